import FoundationEssentials
import Testing

@testable import SluiceCore

@Suite struct CreatingTests {
  @Test func `a ticket starts in the first status, asked for by who makes it`() throws {
    let outcome = try create(TicketDraft(title: "  Fix login timeout "))
    let ticket = outcome.state.ticket
    #expect(ticket.key.description == "OPS-42")
    #expect(ticket.title == "Fix login timeout")
    #expect(ticket.status == Status.ID(1))
    #expect(ticket.kind == .task)
    #expect(ticket.priority == .medium)
    #expect(ticket.reporter == "ann")
    #expect(ticket.assignee == nil)
    #expect(ticket.version == 1)
    #expect(ticket.createdAt == Given.noon)
    #expect(ticket.updatedAt == Given.noon)
    #expect(ticket.enteredAt == Given.noon)
    #expect(outcome.state.progress == GateProgress())
    #expect(
      outcome.events.map(\.said)
        == [Event.Draft(.ticketCreated, subject: "Fix login timeout", to: "New")])
  }

  @Test func `a draft may say everything`() throws {
    let ticket = try create(
      TicketDraft(
        title: "T", description: "D", status: "checked", priority: .urgent, assignee: " bo ",
        reporter: "cy", labels: ["ui", " auth", "ui", ""], due: CalendarDay("2026-03-31"))
    ).state.ticket
    #expect(ticket.status == Status.ID(3))
    #expect(ticket.assignee == "bo")
    #expect(ticket.reporter == "cy")
    #expect(ticket.labels == ["auth", "ui"])
    #expect(ticket.due?.description == "2026-03-31")
  }

  @Test func `a full status is a place to start only without or with mild enforcement`() throws {
    let draft = TicketDraft(title: "T", status: "Doing")
    #expect(try create(draft, .none, holding: 3).warnings == [])
    #expect(
      try create(draft, .warn, holding: 3).warnings == ["Doing holds 3 of at most 3 tickets."])
    #expect(throws: Rejection.wipLimit(status: "Doing", limit: 3, count: 3)) {
      try create(draft, .strict, holding: 3)
    }
    #expect(try create(draft, .strict, holding: 2).warnings == [])
  }

  @Test func `what a ticket cannot hold is refused`() {
    #expect(
      throws: Rejection.unknownStatus(name: "Open", known: ["New", "Doing", "Checked"])
    ) {
      try create(TicketDraft(title: "T", status: "Open"))
    }
    #expect(
      throws: Rejection.invalidValue(attribute: "title", message: "A ticket needs a title.")
    ) {
      try create(TicketDraft(title: " "))
    }
    #expect(
      throws: Rejection.invalidValue(
        attribute: "labels", message: "A ticket has at most 50 labels, not 51.")
    ) {
      try create(TicketDraft(title: "T", labels: (1...51).map { "l\($0)" }))
    }
  }

  @Test func `a sub-task is part of a task, and nothing else is part of one`() throws {
    let parent = TicketReference.key(try Given.key)
    #expect(
      try create(TicketDraft(title: "T", kind: .subTask, parent: parent)).state.ticket.kind
        == .subTask)
    #expect(
      throws: Rejection.invalidValue(
        attribute: "parent", message: "A sub-task needs the task that it is a part of.")
    ) {
      try create(TicketDraft(title: "T", kind: .subTask))
    }
    #expect(
      throws: Rejection.invalidValue(
        attribute: "parent", message: "Only a sub-task is a part of a task.")
    ) {
      try create(TicketDraft(title: "T", parent: parent))
    }
  }

  @Test func `a project has a key and a name`() throws {
    let checked = try ProjectDraft(key: " ops ", name: " Operations ").checked()
    #expect(checked.key.description == "OPS")
    #expect(checked.name == "Operations")
    #expect(
      throws: Rejection.invalidValue(
        attribute: "key",
        message:
          "A project key is 2 to 10 letters A–Z and digits, beginning with a letter, not “4x”.")
    ) {
      try ProjectDraft(key: "4x", name: "Four").checked()
    }
    for name in ["", "a\nb", String(repeating: "x", count: 121)] {
      #expect(throws: Rejection.self) { try ProjectDraft.checkedName(name) }
    }
  }

  private func create(
    _ draft: TicketDraft, _ mode: Enforcement = .strict, holding count: Int = 0
  ) throws -> Outcome {
    var workflow = try Given.workflow(Given.draft(Given.shipIt))
    workflow.enforcement = mode
    return try draft.creating(
      id: Ticket.ID(UUID()), key: Given.key, in: workflow,
      Given.world(occupancy: { _ in count }))
  }
}
