import Testing

@testable import SluiceCLI

@Suite("The table of verbs") struct VerbTableTests {
  @Test("Whether an option takes a value does not depend on the verb")
  func options() {
    for verb in VerbTable.standard.verbs {
      for option in verb.allOptions {
        #expect(VerbTable.standard.takesValue[option.name] == (option.placeholder != nil))
      }
    }
  }

  @Test("No verb has an option twice")
  func unique() {
    for verb in VerbTable.standard.verbs {
      #expect(Set(verb.allOptions.map(\.name)).count == verb.allOptions.count, "\(verb.name)")
    }
  }

  @Test("Every verb says in a sentence what it does, and its examples are understood")
  func examples() throws {
    for verb in VerbTable.standard.verbs {
      #expect(verb.summary.hasSuffix("."))
      #expect(!verb.examples.isEmpty)
      for example in verb.examples {
        #expect(try name(of: example) == verb.name, "\(example)")
      }
    }
  }

  /// The verb that the last command of an example line calls.
  private func name(of example: String) throws -> String? {
    var words: [String] = []
    for (index, part) in example.split(separator: "\"", omittingEmptySubsequences: false)
      .enumerated()
    {
      words += index % 2 == 1 ? [String(part)] : part.split(separator: " ").map(String.init)
    }
    let command = words.suffix(while: { $0 != "sluice" }).prefix { $0 != "|" && $0 != ">" }
    guard case .run(let invocation) = try ArgumentReader.read(Array(command), table: .standard)
    else { return nil }
    return invocation.verb.name
  }
}

extension Array {
  /// The elements after the last one that does not satisfy the condition.
  fileprivate func suffix(while holds: (Element) -> Bool) -> ArraySlice<Element> {
    let start = lastIndex { !holds($0) }.map { $0 + 1 } ?? startIndex
    return self[start...]
  }
}
