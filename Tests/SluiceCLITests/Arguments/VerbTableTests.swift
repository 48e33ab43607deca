import Testing

@testable import SluiceCLI

@Suite("The table of verbs") struct VerbTableTests {
  @Test("Whether an option takes a value, and its letter, do not depend on the verb")
  func options() {
    var first: [String: Option] = [:]
    for option in VerbTable.standard.verbs.flatMap(\.allOptions) {
      let other = first[option.name, default: option]
      first[option.name] = other
      #expect(option.takesValue == other.takesValue, "--\(option.name)")
      #expect(option.letter == other.letter, "--\(option.name)")
    }
    let letters = first.values.compactMap(\.letter)
    #expect(Set(letters).count == letters.count)
  }

  @Test("--json is the only option that begins with a j, so that failures know it cut short")
  func json() {
    let names = Set(VerbTable.standard.verbs.flatMap(\.allOptions).map(\.name))
    #expect(names.filter { $0.hasPrefix("j") } == ["json"])
  }

  @Test("What the help calls a file, a project or a status is one to the table as well")
  func kinds() {
    let kinds: [String: ValueKind] = [
      "FILE": .file, "TICKET": .ticket, "PROJECT": .project, "WORKFLOW": .workflow,
      "STATUS": .status, "GATE": .gate, "FIELD": .field, "N": .number(1...500),
    ]
    for verb in VerbTable.standard.verbs {
      let named =
        verb.operands.map { ($0.placeholder, $0.kind) }
        + verb.allOptions.map { ($0.placeholder ?? "", $0.kind) }
      for (placeholder, kind) in named {
        #expect(kinds[placeholder, default: kind] == kind, "\(verb.name) \(placeholder)")
      }
    }
  }

  @Test("Only the last operand of a verb is repeated, and none is required after one that is not")
  func operands() {
    for verb in VerbTable.standard.verbs {
      let repeated = verb.operands.dropLast().filter(\.isRepeated)
      #expect(repeated == [], "\(verb.name)")
      let optional = verb.operands.drop(while: \.isRequired)
      #expect(optional.filter(\.isRequired) == [], "\(verb.name)")
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
    for verb in VerbTable.standard.shown {
      #expect(verb.summary.hasSuffix("."))
      #expect(!verb.examples.isEmpty, "\(verb.name)")
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
    let command = words.suffix(while: { $0 != "sluice" }).prefix { !["|", ">", "#"].contains($0) }
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
