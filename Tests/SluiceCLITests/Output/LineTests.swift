import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("A stream for programs") struct LineTests {
  private static let table = VerbTable([
    Verb(
      words: ["follow"], summary: "Follows.", examples: ["sluice follow"],
      run: { session throws(Failure) in
        try session.print(line: .array([.integer(1), .string("two\n  lines"), .array([])]))
        try session.note("between")
        try session.host.messages.flush()
        try session.print(line: .object(["a": .bool(true)]))
      })
  ])

  @Test("Is one value a line, each written as soon as it is there")
  func lines() throws {
    var written: [String] = []
    let sink = { (bytes: [UInt8]) -> Int32 in
      written.append(String(decoding: bytes, as: UTF8.self))
      return 0
    }
    let host = Machine().host(["follow"], output: sink, messages: sink)
    #expect(Program.run(on: host, table: Self.table) == .done)
    try #require(written.count == 3)
    #expect(written[0] == #"[1,"two\n  lines",[]]"# + "\n")
    #expect(written[1] == "between\n")
    #expect(written[2].split(separator: "\n").count == 1)
  }
}
