import SluiceCore

/// A workflow definition from a file, with the places that its faults are told by.
struct WorkflowDefinition {
  var draft: WorkflowDraft
  private let file: String
  private let source: SourceText
  private let root: JSONNode

  /// Reads a definition; what `workflow show` prints can be read back.
  static func read(_ file: String) throws(Failure) -> WorkflowDefinition {
    let source = SourceText(try Files.read(file))
    let root = try JSONReader.readFile(source, named: file)
    do {
      let draft = try WorkflowDraft(reading: root.value.withoutStoredMembers)
      return WorkflowDefinition(draft: draft, file: file, source: source, root: root)
    } catch {
      let blank = WorkflowDefinition(
        draft: WorkflowDraft(name: "", statuses: []), file: file, source: source, root: root)
      throw blank.failure(EngineError(error))
    }
  }

  /// A refusal of the definition, each fault with its line in the file.
  func failure(_ error: EngineError) -> Failure {
    var failure = Failure(error)
    guard !error.faults.isEmpty else { return failure }
    failure.findings = error.faults.map { fault in
      let line = source.line(of: root.nearest(to: fault.place).offset)
      return "\(file), line \(line), \(fault.place): \(fault.message)"
    }
    return failure
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
  static func readFile(_ source: SourceText, named file: String) throws(Failure) -> JSONNode {
    do {
      return try read(source)
    } catch {
      throw Failure(
        exit: .failed, code: "MALFORMED_FILE",
        message: "“\(file)” is not JSON: line \(error.line), column \(error.column): "
          + error.message,
        nextStep: "Correct the file; nothing was changed.",
        details: ["line": .integer(error.line), "column": .integer(error.column)])
    }
  }
}
