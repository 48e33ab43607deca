import SluiceCore

/// Puts checked tickets into a project, a part at a time so that others get their turn at the file.
struct ImportRun {
  /// Tickets per transaction.
  static let partSize = 500

  let session: Session
  let target: ImportTarget
  let items: [ImportItem]
  /// The file, for messages.
  let file: String

  /// Throws if there are faults already, or the rules have anything against one of the tickets.
  ///
  /// Nothing has been changed then.
  func check(besides known: [ImportFault]) throws(Failure) {
    let faults = items.flatMap {
      $0.faults(in: target.workflow, of: target.key, by: session.actor)
    }
    guard !faults.isEmpty || !known.isEmpty else { return }
    let ordered = (known + faults).enumerated()
      .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
    throw .malformed(file, ordered.map(\.element))
  }

  /// Makes the project if need be, imports everything and says what came of it.
  func run(on engine: any Engine) throws(Failure) {
    let project = try project(in: engine)
    var progress = Progress(session: session, total: items.count)
    do {
      let counts = try apply(to: project, of: engine, &progress)
      try progress.clear()
      try report(project, counts)
    } catch {
      // The failure is what the user must see, even if the line cannot be cleared.
      try? progress.clear()
      throw error
    }
  }

  private func apply(
    to project: Project, of engine: any Engine, _ progress: inout Progress
  ) throws(Failure) -> Counts {
    var counts = Counts()
    // Oldest first, so that tickets are numbered in the order in which they came up.
    let tickets = items.map(\.ticket).sorted {
      ($0.createdAt, $0.source) < ($1.createdAt, $1.source)
    }
    for start in stride(from: 0, to: tickets.count, by: Self.partSize) {
      let part = Array(tickets[start..<min(start + Self.partSize, tickets.count)])
      let receipt = try apply(part, to: project, of: engine, done: start)
      counts.add(receipt.subject)
      try progress.show(start + part.count)
    }
    return counts
  }

  private func project(in engine: any Engine) throws(Failure) -> Project {
    if let project = target.existing { return project }
    let meant = try target.workflowName.map { (name) throws(Failure) in
      try session.workflow(name, in: engine)
    }
    let draft = ProjectDraft(
      key: target.key.description, name: target.name, workflow: meant?.reference)
    let receipt = try session.apply(.createProject(draft).adding(meant), to: engine)
    guard case .project(let project) = receipt.subject else {
      throw Failure(EngineError.notFound("project", target.key.description))
    }
    return project
  }

  private func apply(
    _ part: [ImportedTicket], to project: Project, of engine: any Engine, done: Int
  ) throws(Failure) -> Receipt {
    do {
      return try session.apply(.importTickets(.id(project.id), part), to: engine)
    } catch {
      var failure = error
      guard done > 0 || target.existing == nil else { throw failure }
      failure.findings.append(
        done > 0
          ? "\(done) of \(items.count) tickets were imported before that."
          : "Project \(project.key) was made before that; it is empty.")
      failure.nextStep = [failure.nextStep, "Import again to go on; nothing will be doubled."]
        .compactMap(\.self).joined(separator: " ")
      throw failure
    }
  }

  private func report(_ project: Project, _ counts: Counts) throws(Failure) {
    if session.isJSON {
      return try session.print(
        .object([
          "project": .string(project.key.description),
          "project_id": .string(project.id.description),
          "added": .integer(counts.added), "updated": .integer(counts.updated),
          "unchanged": .integer(counts.unchanged), "kept_place": .integer(counts.kept),
        ]))
    }
    try session.print("Imported into \(project.key), \(project.name): \(counts.sentence)")
  }
}

extension ImportRun {
  /// What the parts came to together.
  private struct Counts {
    private(set) var added = 0
    private(set) var updated = 0
    private(set) var unchanged = 0
    private(set) var kept = 0

    mutating func add(_ subject: Receipt.Subject) {
      guard case .imported(let added, let updated, let unchanged, let kept) = subject else {
        return
      }
      self.added += added
      self.updated += updated
      self.unchanged += unchanged
      self.kept += kept
    }

    var sentence: String {
      let counts = "\(added) added, \(updated) updated, \(unchanged) unchanged"
      switch kept {
      case 0: return counts + "."
      case 1: return counts + "; 1 keeps its place, for it was imported as new."
      default: return counts + "; \(kept) keep their place, for they were imported as new."
      }
    }
  }
}

extension ImportRun {
  /// A counter on the terminal, for imports that take more than a moment.
  private struct Progress {
    private static let leastTotal = 1_000

    let session: Session
    let total: Int
    private var isShown = false

    init(session: Session, total: Int) {
      self.session = session
      self.total = total
    }

    mutating func show(_ done: Int) throws(Failure) {
      let messages = session.host.messages
      guard messages.isTerminal, total >= Self.leastTotal else { return }
      isShown = true
      try messages.write("\r\(done) of \(total) tickets")
      try messages.flush()
    }

    /// Wipes the line away before anything else is printed.
    mutating func clear() throws(Failure) {
      guard isShown else { return }
      isShown = false
      try session.host.messages.write("\r\u{1B}[K")
      try session.host.messages.flush()
    }
  }
}
