import Testing

@testable import SluiceCore

/// What an accepted move writes.
@Suite struct MoveTests {
  @Test func `a move notes the statuses, the time and one more version`() throws {
    var story = try Story(.bugTriage)
    let events = try story.apply(.move(to: "Triaged"), by: Given.bo, at: Given.later)
    #expect(events == [Event.Draft(.ticketMoved, from: "New", to: "Triaged")])
    #expect(story.statusName == "Triaged")
    #expect(story.state.ticket.enteredAt == Given.later)
    #expect(story.state.ticket.updatedAt == Given.later)
    #expect(story.state.ticket.createdAt == Given.noon)
    #expect(story.state.ticket.version == 2)
  }

  @Test func `moving to the present status writes nothing`() throws {
    var story = try Story(.bugTriage)
    let before = story.state
    #expect(try story.apply(.move(to: "New")) == [])
    #expect(story.state == before)
  }

  @Test func `a warning stands in the history and in the reply`() throws {
    var draft = WorkflowDraft.bugTriage
    draft.enforcement = "warn"
    let story = try Story(draft)
    let outcome = try story.state.applying(
      .move(to: "Closed"), in: story.workflow, Given.world(at: Given.later))
    #expect(outcome.warnings == ["New has no transition to Closed."])
    #expect(
      outcome.events.map(\.said) == [
        Event.Draft(
          .ticketMoved, from: "New", to: "Closed", warning: "New has no transition to Closed.")
      ])
  }

  @Test func `a strict workflow refuses and names the ways there are`() throws {
    let story = try Story(.bugTriage)
    #expect(
      story.refusal(of: .move(to: "Closed"))
        == .noTransition(from: "New", to: "Closed", allowed: ["Triaged", "WontFix"]))
  }

  @Test func `a status is named as a person writes it, and an unknown one refused`() throws {
    var story = try Story(.bugTriage)
    try story.apply(.move(to: "triaged"))
    #expect(story.statusName == "Triaged")
    #expect(
      story.refusal(of: .move(to: "Fixng"))?.nextStep == "Did you mean “Fixing”?")
  }

  @Test func `two warnings become one sentence after the other`() throws {
    var draft = try Given.draft(Given.shipIt)
    draft.enforcement = "warn"
    var story = try Story(draft, at: "Checked")
    story.occupancy = { _ in 7 }
    let events = try story.apply(.move(to: "Doing"))
    #expect(
      events.map(\.warning) == [
        "Checked has no transition to Doing. Doing holds 7 of at most 3 tickets."
      ])
  }
}
