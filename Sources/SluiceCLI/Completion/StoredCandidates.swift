import SluiceCore

/// What the database offers for a value on a command line that is being typed.
///
/// Reads bounded lists only; what cannot be read is as good as not there.
struct StoredCandidates {
  let engine: any Engine
  let line: Invocation
  let typed: String
  /// The project to think of where the line names none.
  let lastUsed: ProjectKey?

  func candidates(of kind: ValueKind) -> [Candidate] {
    switch kind {
    case .ticket: tickets
    case .project: projects.map { Candidate(value: $0.key.text, meaning: $0.name) }
    case .workflow: workflows
    case .status, .nextStatus: statuses(kind)
    case .label: suggestions(.label)
    case .person: suggestions(.assignee)
    case .gate: workflow?.gates.map { Candidate(value: $0.key, meaning: $0.name) } ?? []
    case .gateItem: gateItems
    case .field: workflow?.fields.map { Candidate(value: $0.key, meaning: $0.name) } ?? []
    case .provider: providers
    default: []
    }
  }

  private var providers: [Candidate] {
    let page = try? engine.providers(PageRequest(limit: Completion.limit))
    return (page?.items ?? []).map { Candidate(value: $0.name, meaning: $0.type) }
  }

  private var gateItems: [Candidate] {
    (workflow?.gates ?? []).flatMap { gate in
      gate.checklist.map { Candidate(value: "\(gate.key)/\($0.key)", meaning: $0.text) }
    }
  }

  /// The projects whose keys begin with what was typed.
  var projects: [Project] {
    let page = try? engine.projects(PageRequest(limit: PageRequest.maximumLimit))
    let begun = (page?.items ?? []).filter { $0.key.text.hasPrefix(typed.uppercased()) }
    return Array(begun.prefix(Completion.limit))
  }

  /// The workflows that are there without a database.
  static var templates: [Candidate] {
    WorkflowDraft.templates.map { Candidate(value: $0.name, meaning: "template") }
  }

  private var workflows: [Candidate] {
    let page = try? engine.workflows(PageRequest(limit: PageRequest.maximumLimit))
    let known = (page?.items ?? []).map {
      Candidate(value: $0.name, meaning: $0.enforcement.rawValue)
    }
    let names = Set(known.map(\.value))
    return Array(
      (known + Self.templates.filter { !names.contains($0.value) })
        .filter { $0.begins(with: typed) }.prefix(Completion.limit))
  }

  private func statuses(_ kind: ValueKind) -> [Candidate] {
    guard let workflow else { return [] }
    var statuses = workflow.statuses
    if kind == .nextStatus, let detail = ticket {
      statuses = workflow.available(from: detail.state.ticket.status)
    }
    return statuses.map { Candidate(value: $0.name, meaning: $0.category.title) }
  }

  private func suggestions(_ kind: SuggestionKind) -> [Candidate] {
    guard let project else { return [] }
    let names = try? engine.suggestions(
      kind, in: project, prefix: typed, limit: Completion.limit)
    return (names ?? []).map { Candidate(value: $0) }
  }
}

extension StoredCandidates {
  /// The last value of that kind on the line, as operand or as option.
  private func named(_ kind: ValueKind) -> String? {
    let operands = line.operands.enumerated().filter {
      line.verb.operand(at: $0.offset)?.kind == kind
    }
    let options = line.verb.allOptions.filter { $0.kind == kind }
    return operands.last?.element ?? options.compactMap { line[$0] }.last
  }

  private var ticketKey: TicketKey? {
    named(.ticket).flatMap { TicketKey($0) }
  }

  /// The ticket that the line names, if it exists.
  private var ticket: TicketDetail? {
    ticketKey.flatMap { try? engine.ticket(.key($0)) }
  }

  /// The project that the line names, else the last used one, else the only one.
  var project: ProjectReference? {
    if let named = named(.project).flatMap({ ProjectReference($0) }) { return named }
    if let key = ticketKey?.project ?? lastUsed { return .key(key) }
    guard let page = try? engine.projects(PageRequest(limit: 2)), page.items.count == 1 else {
      return nil
    }
    return .id(page.items[0].id)
  }

  /// The workflow that the line is about: its own, that of its ticket, or that of its project.
  private var workflow: Workflow? {
    if let name = named(.workflow) { return try? engine.workflow(WorkflowReference(name)) }
    if let ticket { return ticket.workflow }
    guard let project, let found = try? engine.project(project) else { return nil }
    let followed = found.workflow.map(WorkflowReference.id) ?? .name(WorkflowDraft.standard.name)
    return try? engine.workflow(followed)
  }
}
