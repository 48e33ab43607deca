import SluiceCore

/// A workflow definition from a file.
struct WorkflowDefinition {
  var draft: WorkflowDraft
  private let file: DefinitionFile

  /// Reads a definition; what `workflow show` prints can be read back.
  static func read(_ name: String) throws(Failure) -> WorkflowDefinition {
    let file = try DefinitionFile.read(name)
    do {
      return WorkflowDefinition(draft: try WorkflowDraft(reading: file.definition), file: file)
    } catch {
      throw file.failure(EngineError(error))
    }
  }

  /// A refusal of the definition, each fault with its line in the file.
  func failure(_ error: EngineError) -> Failure { file.failure(error) }
}

/// A file with a definition in JSON, with the places that its faults are told by.
struct DefinitionFile {
  private let name: String
  private let source: SourceText
  private let root: JSONNode

  /// Reads a file that should hold JSON.
  static func read(_ name: String) throws(Failure) -> DefinitionFile {
    let source = SourceText(try Files.read(name))
    let root = try JSONReader.readFile(source, named: name, failingWith: .refused)
    return DefinitionFile(name: name, source: source, root: root)
  }

  /// What is defined, without what storage adds to it.
  var definition: JSONValue { root.value.withoutStoredMembers }

  /// A refusal of the definition, each fault with its line in the file and in the order of lines.
  func failure(_ error: EngineError) -> Failure {
    guard !error.faults.isEmpty else { return Failure(error) }
    let faults = error.faults.enumerated()
      .map { (line: line(of: $1), found: $0, fault: $1) }
      .sorted { ($0.line, $0.found) < ($1.line, $1.found) }
    var failure = Failure(
      EngineError(
        error.code, error.message, nextStep: error.nextStep, faults: faults.map(\.fault)))
    failure.findings = faults.map { line, _, fault in
      "\(name), line \(line), \(fault.place): \(fault.message)"
    }
    return failure
  }

  private func line(of fault: WorkflowFault) -> Int {
    source.line(of: root.nearest(to: fault.place).offset)
  }
}

extension JSONValue {
  /// The value without what storage adds to a definition.
  fileprivate var withoutStoredMembers: JSONValue {
    guard case .object(let members) = self else { return self }
    let stored = ["id", "org_id", "revision", "created_at", "updated_at"]
    return .object(members.filter { !stored.contains($0.key) })
  }
}

extension JSONReader {
  /// Reads a file that should hold JSON, or says where it does not.
  static func readFile(
    _ source: SourceText, named file: String, failingWith exit: ExitCode = .failed
  ) throws(Failure) -> JSONNode {
    do {
      return try read(source)
    } catch {
      throw Failure(
        exit: exit, code: "MALFORMED_FILE",
        message: "“\(file)” is not JSON: line \(error.line), column \(error.column): "
          + error.message,
        nextStep: "Correct the file; nothing was changed.",
        details: ["line": .integer(error.line), "column": .integer(error.column)])
    }
  }
}
