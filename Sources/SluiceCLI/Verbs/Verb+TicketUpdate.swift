import SluiceCore

extension Verb {
  static let ticketUpdate = Verb(
    words: ["ticket", "update"], aliases: ["edit"],
    summary: "Changes attributes of tickets.",
    examples: [
      "sluice ticket update OPS-42 --priority high --assignee me",
      "sluice ticket update OPS-42 --title \"Fix login timeout\" --due 2026-12-24 --add-label auth",
      "sluice ticket update --where \"label:auth\" -p OPS --assignee none --dry-run",
    ],
    operands: namedTickets,
    options: [
      .title, .description, .priority, .assigneeOrNone, .reporterOrNone, .dueOrNone, .target,
      .addLabel, .removeLabel, .boundWorkflow, .expectVersion,
    ] + Option.forSets,
    notes: [setNote],
    run: { session throws(Failure) in
      let edit = try session.ticketEdit()
      guard edit != TicketEdit() else {
        throw .usage(
          "\(session.invocation.verb.name) needs something to change.",
          next: session.invocation.verb.name + " --help")
      }
      let engine = try session.engine()
      let tickets = try session.namedTickets(session.invocation.operands[...], in: engine)
      let version = session.invocation[.expectVersion].flatMap { Int($0) }
      try session.change(
        .edit(edit), of: tickets, expecting: Expectation(version: version), in: engine
      ) { before, ticket, _ in
        ticket.version == before.state.ticket.version
          ? "\(ticket.key) is so already." : "Updated \(ticket.key)."
      }
    })
}

extension Session {
  fileprivate func ticketEdit() throws(Failure) -> TicketEdit {
    TicketEdit(
      title: invocation[.title],
      description: invocation.has(.description) ? try descriptionText() : nil, priority: priority,
      assignee: try person(.assigneeOrNone),
      reporter: try person(.reporterOrNone),
      due: try due(), target: invocation[.target].flatMap(ExecutionTarget.init(rawValue:)),
      workflow: invocation[.boundWorkflow].map { WorkflowReference($0) },
      addedLabels: invocation.all(.addLabel), removedLabels: invocation.all(.removeLabel))
  }

  private func person(_ option: Option) throws(Failure) -> TicketEdit.Setting<String>? {
    guard let word = invocation[option] else { return nil }
    return TicketEdit.Setting(try person(word))
  }

  private func due() throws(Failure) -> TicketEdit.Setting<CalendarDay>? {
    guard let text = invocation[.dueOrNone] else { return nil }
    if ["none", ""].contains(text) { return TicketEdit.Setting(nil) }
    return TicketEdit.Setting(try dueDay(text, orNot: ", or none"))
  }

  /// The day that `--due` means where the user is.
  func dueDay(_ text: String, orNot others: String = "") throws(Failure) -> CalendarDay {
    let today = LocalTime.day(at: host.now())
    if let day = CalendarDay(said: text, on: today) { return day }
    throw .usage(
      "--due needs a day as \(CalendarDay.saidForms)\(others), not “\(text)”.",
      next: invocation.verb.name + " --help")
  }

  /// Who a word means: “me” is the user, “none” is nobody.
  func person(_ word: String) throws(Failure) -> String? {
    switch word {
    case "me": try me()
    case "none", "": nil
    default: word
    }
  }
}

extension Option {
  static let target = Option(
    "target", "WHO", "who should do it: human, agent or either",
    .choice(ExecutionTarget.allCases.map(\.rawValue)))
  static let boundWorkflow = Option(
    "workflow-id", "WORKFLOW", "the workflow to be bound to; it never changes", .workflow)
  fileprivate static let assigneeOrNone = Option(
    "assignee", "NAME", "who works on it; “me” is you, “none” is nobody",
    .person(or: ["me", "none"]))
  fileprivate static let reporterOrNone = Option(
    "reporter", "NAME", "who asked for it; “me” is you, “none” is nobody",
    .person(or: ["me", "none"]))
  fileprivate static let dueOrNone = Option(
    "due", "DAY", "due: \(CalendarDay.saidForms); “none” for never")
  fileprivate static let addLabel = Option(
    "add-label", "NAME", "a label to add; may be repeated", .label)
  fileprivate static let removeLabel = Option(
    "remove-label", "NAME", "a label to remove; may be repeated", .label)
  fileprivate static let expectVersion = Option(
    "expect-version", "NUMBER", "refuse with 5 if it has changed since that version",
    .number(1...Int.max))
}
