import Testing

@testable import SluiceCore

/// What earlier versions recorded, which did not tell of which workflow a status was.
@Suite struct OlderHistoryTests {
  private func event(_ sequence: Int64, _ body: Event.Draft) throws -> Event {
    Event(
      sequence: sequence, at: Given.noon.advanced(bySeconds: sequence), actor: "ann",
      ticket: try Given.key, body: body)
  }

  @Test func `ticks stay where the former workflow is not told`() throws {
    let workflow = try Given.workflow(.delivery)
    let ticket = try Given.ticket(in: workflow).ticket
    let step = EventTrace.Step(
      from: Status.ID(1), to: Status.ID(2), entered: Given.noon, workflow: workflow.id)
    let events = [
      try event(1, .init(.ticketCreated, to: "Idea", trace: .made(ticket))),
      try event(2, .init(.itemTicked, subject: "shaped/goal")),
      try event(3, .init(.ticketRemapped, from: "Idea", to: "Ready", trace: .step(step))),
    ]
    let state = try #require(TicketState(rebuilding: events))
    #expect(state.ticket.status == Status.ID(2))
    #expect(state.progress.marks.keys.map(\.item) == ["goal"])
  }

  @Test(arguments: [("Building", 3), ("Ready", 2)])
  func `a deleted ticket comes back by the name of its status`(
    name: String, number: Int
  ) throws {
    let workflow = try Given.workflow(.delivery)
    var state = try Given.ticket(in: workflow)
    state.ticket.status = .nowhere
    let step = EventTrace.Step(from: Status.ID(3), to: .nowhere, entered: Given.noon)
    let events = [try event(5, .init(.ticketDeleted, from: name, trace: .step(step)))]
    let outcome = try state.reversing(
      events, of: 5, isRedo: false, in: workflow, Given.world())
    #expect(outcome.state.ticket.status == Status.ID(number))
    #expect(outcome.warnings.isEmpty == (number == 3))
  }

  @Test func `one whose status has no namesake stays deleted`() throws {
    let workflow = try Given.workflow(.delivery)
    var state = try Given.ticket(in: workflow)
    state.ticket.status = .nowhere
    let step = EventTrace.Step(from: Status.ID(3), to: .nowhere, entered: Given.noon)
    let events = [try event(5, .init(.ticketDeleted, from: "Fixing", trace: .step(step)))]
    #expect(
      throws: Rejection.statusGone(
        ticket: try Given.key, status: "Fixing", workflow: "Delivery")
    ) {
      try state.reversing(events, of: 5, isRedo: false, in: workflow, Given.world())
    }
  }
}
