import SluiceAPI
import SluiceCore

extension Verb {
  static let ticketCreate = Verb(
    words: ["ticket", "create"], summary: "Adds a ticket to a project.",
    examples: [
      "sluice ticket create \"Fix login timeout\" --project OPS",
      "sluice ticket create -p OPS --title \"Fix login timeout\" --priority high --label auth",
      "sluice ticket create \"Write the test\" -p OPS --kind sub_task --parent OPS-42",
      "sluice ticket create \"Ship it\" -p OPS --workflow-id Delivery",
      "git log -1 --format=%b | sluice ticket create \"Release notes\" -p OPS --description -",
    ],
    operands: [Operand("TITLE", "one line; instead of --title").optional],
    options: [
      .title, .description, .startStatus, .priority, .assignee, .reporter, .label, .due, .kind,
      .parent, .target, .boundWorkflow, .dryRun,
    ],
    run: { session throws(Failure) in
      let draft = try session.ticketDraft()
      let engine = try session.engine()
      let project = try session.project(of: draft, in: engine)
      try session.create(draft, in: project, engine)
    })
}

extension Session {
  /// The project of `--project`; a sub-task is made where its task is.
  fileprivate func project(
    of draft: TicketDraft, in engine: any Engine
  ) throws(Failure) -> ProjectReference {
    guard invocation[.project] == nil, let parent = draft.parent else {
      return try project(in: engine)
    }
    return .id(try ticket(parent, in: engine).project.id)
  }

  fileprivate func ticketDraft() throws(Failure) -> TicketDraft {
    let titles = invocation.operands + [invocation[.title]].compactMap(\.self)
    guard titles.count == 1, !titles[0].trimmingBlanks.isEmpty else {
      throw .usage(
        titles.count < 2 ? "A ticket needs a title." : "The title was given twice.",
        next: "sluice ticket create --help")
    }
    return TicketDraft(
      title: titles[0],
      kind: invocation[.kind].flatMap(TicketKind.init(rawValue:))
        ?? (invocation.has(.parent) ? .subTask : .task),
      parent: try invocation[.parent].map { (text) throws(Failure) in try ticketReference(text) },
      description: try descriptionText(), status: invocation[.startStatus],
      priority: priority ?? .medium, assignee: invocation[.assignee],
      reporter: invocation[.reporter], labels: invocation.all(.label),
      due: try invocation[.due].map { (text) throws(Failure) in try dueDay(text) },
      target: invocation[.target].flatMap(ExecutionTarget.init(rawValue:)) ?? .either)
  }

  fileprivate func create(
    _ draft: TicketDraft, in project: ProjectReference, _ engine: any Engine
  ) throws(Failure) {
    var draft = draft
    let bound = try invocation[.boundWorkflow].map { (name) throws(Failure) in
      try workflow(name, in: engine)
    }
    draft.workflow = bound?.reference
    let receipt = try carryOut(.createTicket(project, draft).adding(bound), in: engine)
    guard case .ticket(let ticket) = receipt.subject else { return }
    guard !invocation.has(.dryRun) else {
      guard !isJSON else {
        return try print(
          .object(["key": .string(ticket.key.description), "dry_run": .bool(true)]))
      }
      return try print("Would create \(ticket.key).")
    }
    try print(receipt, in: engine) { "Created \($0.key) in \($1)." }
  }

  func descriptionText() throws(Failure) -> String {
    guard let text = invocation[.description], text != "-" else {
      guard invocation.has(.description) else { return "" }
      return String(decoding: try Files.read("-"), as: UTF8.self)
    }
    return text
  }

  /// Says what became of a ticket: a sentence made from it and its status, or the ticket as JSON.
  func print(
    _ receipt: Receipt, in engine: any Engine, _ sentence: (Ticket, String) -> String
  ) throws(Failure) {
    guard case .ticket(let ticket) = receipt.subject else { return }
    let detail = try reporting { () throws(EngineError) in try engine.ticket(.id(ticket.id)) }
    let warning = receipt.warnings.joined(separator: " ")
    if isJSON {
      var members = ticket.json(in: detail.project, detail.workflow)
      members["warning"] = receipt.warnings.isEmpty ? nil : .string(warning)
      return try print(.object(members))
    }
    try print(sentence(ticket, detail.workflow.statusName(ticket.status)))
    if !warning.isEmpty { try note("warning: " + warning) }
  }
}

extension Option {
  static let kind = Option(
    "kind", "KIND", "project, task or sub_task; by default a task",
    .choice(TicketKind.allCases.map(\.rawValue)))
  static let parent = Option("parent", "TICKET", "the task that a sub-task is part of", .ticket)
  static let title = Option("title", "TEXT", "one line of at most 500 characters")
  fileprivate static let startStatus = Option(
    "status", "NAME", "where it starts; by default in the workflow's first status", .status)
  fileprivate static let assignee = Option("assignee", "NAME", "who works on it", .person())
  fileprivate static let reporter = Option(
    "reporter", "NAME", "who asked for it; by default you", .person())
  fileprivate static let label = Option("label", "NAME", "a label; may be repeated", .label)
  fileprivate static let due = Option(
    "due", "DAY", "when it should be done: \(CalendarDay.saidForms)", .day)
  static let description = Option(
    "description", "TEXT", "what it is about; “-” reads the standard input")
}
