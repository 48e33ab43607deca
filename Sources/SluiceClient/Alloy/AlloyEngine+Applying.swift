public import SluiceCore
internal import Synchronization

extension AlloyEngine {
  /// Applies one change, or changes nothing and throws.
  public func apply(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    if let progress, !progress(0, 1) {
      throw EngineError(.interrupted, "The change was given up; nothing was changed.")
    }
    let receipt = try apply(change, by: actor, as: .make())
    _ = progress?(1, 1)
    return receipt
  }

  /// Applies one change once, as far as that can be told on a server that keeps no ids of changes.
  ///
  /// A move whose answer was lost is made if the ticket is not there yet. A ticket or project that may have been
  /// made is not made again: whoever asked has to look.
  public func apply(
    _ change: Change, by actor: Actor, as id: Change.ID
  ) throws(EngineError) -> Receipt {
    let former = asked.withLock { asked -> AskedChange? in
      if let known = asked.first(where: { $0.id == id }) { return known }
      asked = Array((asked + [AskedChange(id: id)]).suffix(Self.mostRemembered))
      return nil
    }
    if let receipt = former?.receipt { return receipt }
    reader.shelves.withLock { $0.changes += 1 }
    defer { reader.shelves.withLock { $0.changes += 1 } }
    let receipt = try make(change, isRepeated: former != nil)
    asked.withLock { asked in
      if let place = asked.firstIndex(where: { $0.id == id }) { asked[place].receipt = receipt }
    }
    return receipt
  }

  private static let mostRemembered = 64

  private func make(_ change: Change, isRepeated: Bool) throws(EngineError) -> Receipt {
    switch change {
    case .changeTicket(let reference, let change, let expectation):
      let (ticket, shelf) = try reader.found(reference)
      try expectation.check(ticket, shelf.workflow)
      return try make(change, to: ticket, shelf, isRepeated: isRepeated)
    case .createTicket, .createProject, .createWorkflow:
      if isRepeated { throw .perhapsMade }
      return try create(change)
    case .deleteWorkflow(let reference):
      let workflow = try workflow(reference)
      _ = try reader.caller.send("DELETE", ["workflows", workflow.id.description])
      return Receipt(subject: .deleted(workflow.name), sequence: 0)
    case .adding(let draft, let change):
      _ = try make(.createWorkflow(draft), isRepeated: isRepeated)
      return try make(change, isRepeated: isRepeated)
    case .undo, .redo: throw .beyondAlloy(.undo)
    case .changeTickets: throw .beyondAlloy("change of many tickets at once")
    case .importTickets: throw .beyondAlloy("import")
    case .createProvider, .editProvider, .deleteProvider: throw .beyondAlloy("assistant providers")
    case .renameOrganization: throw .beyondAlloy("way to rename an organization")
    case .editWorkflow: throw .beyondAlloy("way to take tickets along when a workflow changes")
    case .editProject, .deleteProject: throw .beyondAlloy("way to change a project")
    }
  }

  private func make(
    _ change: TicketChange, to ticket: Ticket, _ shelf: AlloyShelf, isRepeated: Bool
  ) throws(EngineError) -> Receipt {
    switch change {
    case .move(let name):
      let status = shelf.workflow.status(meant: name)?.name ?? name
      if isRepeated, try status == currentStatus(of: ticket) {
        return Receipt(subject: .ticket(ticket), sequence: 0)
      }
      return try taking(
        try reader.caller.send(
          "POST", ["tickets", ticket.id.description, "transition"],
          ["to_status": .string(status)]), on: shelf)
    case .edit(let edit):
      return try taking(
        try reader.caller.send("PATCH", ["tickets", ticket.id.description], try edit.alloyBody()),
        on: shelf)
    case .comment: throw .beyondAlloy(.comments)
    case .delete: throw .beyondAlloy(.deletion)
    case .claim, .release: throw .beyondAlloy("claims")
    case .tick, .acknowledge, .progress: throw .beyondAlloy("gates")
    case .setValue, .setValues: throw .beyondAlloy("custom fields")
    }
  }

  private func currentStatus(of ticket: Ticket) throws(EngineError) -> String? {
    try reader.caller.get(["tickets", ticket.id.description, "transitions"])["current_status"]?.text
  }

  /// Puts the ticket of a reply on the shelf.
  private func taking(_ json: JSONValue, on shelf: AlloyShelf) throws(EngineError) -> Receipt {
    let news = try AlloyTicket(json, me: reader.account)
    let moment = reader.now()
    let ticket = try reader.change(shelf.project) { (shelf) throws(EngineError) in
      try shelf.put(news, at: moment)
    }
    let warning = json["warning"]?.text
    return Receipt(
      subject: .ticket(ticket), warnings: warning.map { [$0] } ?? [], sequence: 0)
  }
}

extension AlloyEngine {
  private func create(_ change: Change) throws(EngineError) -> Receipt {
    switch change {
    case .createTicket(let reference, let draft):
      let shelf = try reader.shelf(of: reference)
      let body = try draft.alloyBody(reporter: reader.account.id)
      return try taking(
        try reader.caller.send(
          "POST", ["projects", shelf.project.id.description, "tickets"], body),
        on: shelf)
    case .createProject(let draft):
      var body: [String: JSONValue] = [
        "org_id": .string(reader.organizationID), "key": .string(draft.key.uppercased()),
        "name": .string(draft.name), "description": .string(draft.description),
      ]
      if let workflow = draft.workflow {
        body["workflow_id"] = .string(try self.workflow(workflow).id.description)
      }
      let made = try Project(
        alloy: try reader.caller.send("POST", ["projects"], body), at: reader.now())
      reader.shelves.withLock { $0.projects = nil }
      return Receipt(subject: .project(made), sequence: 0)
    case .createWorkflow(let draft):
      return Receipt(subject: .workflow(try create(draft)), sequence: 0)
    default: throw .beyondAlloy("such change")
    }
  }

  private func create(_ draft: WorkflowDraft) throws(EngineError) -> Workflow {
    guard draft.gates.isEmpty, draft.fields.isEmpty else {
      throw .beyondAlloy("workflows with gates or custom fields")
    }
    let members = draft.json
    var body = ["name", "statuses", "transitions", "enforcement"].reduce(
      into: [String: JSONValue]()
    ) { $0[$1] = members[$1] }
    if draft.enforcement == nil { body["enforcement"] = .string(Enforcement.none.rawValue) }
    return try Workflow(
      alloy: try reader.caller.send("POST", ["orgs", reader.organizationID, "workflows"], body),
      at: reader.now())
  }
}

extension Expectation {
  /// Refuses a change of a ticket that is not as whoever asked believes.
  ///
  /// The guide has no such condition, so this holds what was read last against it.
  fileprivate func check(_ ticket: Ticket, _ workflow: Workflow) throws(EngineError) {
    let name = workflow.statusName(ticket.status)
    let isAsExpected = (version ?? ticket.version) == ticket.version && (status ?? name) == name
    guard isAsExpected else {
      throw EngineError(
        .conflict, "\(ticket.key) has changed meanwhile; it is in \(name) now.",
        nextStep: "Look at it, and decide again.", current: ticket)
    }
  }
}

extension EngineError {
  /// A thing that must not be made twice.
  fileprivate static let perhapsMade = EngineError(
    .conflict, "The answer was lost, so nobody knows whether it was made.",
    nextStep: "Look whether it is there before you make it again.")
}
