import Testing

/// A file holds one idea, a function one step.
@Suite struct LengthTests {
  static let fileLimit = 400
  static let bodyLimit = 60

  @Test func `every file has less than 400 lines`() {
    for source in Repository.sources + Repository.tests {
      #expect(source.lines.count < Self.fileLimit, "\(source.path)")
    }
  }

  @Test func `every function has less than 60 lines`() {
    for source in Repository.sources {
      let long = FunctionBody.bodies(in: source.lines).filter { $0.length >= Self.bodyLimit }
      #expect(long == [], "\(source.path)")
    }
  }

  @Test func `a body is measured between its braces`() {
    let text = """
      protocol P {
        func requirement()
        var value: Int { get }
      }
      struct S: P {
        var value: Int { 3 }
        let closure = {
          4
        }
        init(make: () -> Int = { 5 }) {
          self.init()
        }
        func requirement() throws(E) {
          if true {
            print("}")
          }
          func inner() {
          }
        }
        subscript(i: Int) -> Int {
          get {
            1
          }
        }
      }
      """
    #expect(
      FunctionBody.bodies(in: SourceLine.lines(of: text)) == [
        FunctionBody(line: 3, length: 0), FunctionBody(line: 6, length: 0),
        FunctionBody(line: 10, length: 1), FunctionBody(line: 17, length: 0),
        FunctionBody(line: 13, length: 5), FunctionBody(line: 21, length: 1),
        FunctionBody(line: 20, length: 3),
      ])
  }
}
