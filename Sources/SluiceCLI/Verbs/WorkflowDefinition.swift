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
    let root = try JSONReader.readFile(source, named: file, failingWith: .refused)
    do {
      let draft = try WorkflowDraft(reading: root.value.withoutStoredMembers)
      return WorkflowDefinition(draft: draft, file: file, source: source, root: root)
    } catch {
      let blank = WorkflowDefinition(
        draft: WorkflowDraft(name: "", statuses: []), file: file, source: source, root: root)
      throw blank.failure(EngineError(error))
    }
  }

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
      "\(file), line \(line), \(fault.place): \(fault.message)"
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
