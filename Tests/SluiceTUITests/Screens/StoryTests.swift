import SluiceCore
import Testing

@testable import SluiceTUI

/// History in words: names of the workflow instead of keys, and one line per event.
@Suite struct StoryTests {
  static let stories: [(Event.Draft, String)] = [
    (.init(.ticketMoved, from: "New", to: "Triaged"), "moved it: New → Triaged"),
    (.init(.itemTicked, subject: "verify/changelog"), "ticked “Changelog entry written”"),
    (.init(.itemCleared, subject: "verify/test"), "cleared “Fix has a regression test”"),
    (.init(.itemTicked, subject: "gone/item"), "ticked “gone/item”"),
    (.init(.gatePassed, subject: "verify"), "passed gate “Ready to verify”"),
    (
      .init(.gateAcknowledged, subject: "verify"), "accepted the text of gate “Ready to verify”"
    ),
    (.init(.gatePassed, subject: "gone"), "passed gate “gone”"),
    (.init(.valueSet, subject: "root_cause", to: "skew"), "set Root cause to skew"),
    (
      .init(.valueSet, subject: "root_cause", from: "skew", to: "leap"),
      "changed Root cause: skew → leap"
    ),
    (
      .init(.valueSet, subject: "root_cause", from: "leap"),
      "emptied Root cause, which was leap"
    ),
    (.init(.ticketEdited, subject: "assignee", to: "ana"), "set the assignee to ana"),
    (
      .init(.ticketEdited, subject: "due", from: "2026-03-01"),
      "emptied the due date, which was 2026-03-01"
    ),
    (.init(.ticketEdited, subject: "description", from: "a", to: "b"), "changed the description"),
    (.init(.commented, to: "One line."), "commented: One line."),
    (.init(.commented, to: "\n  \nFirst.\r\nSecond."), "commented: First. …"),
    (.init(.ticketClaimed, to: "bot"), "claimed it for bot"),
    (.init(.ticketReleased, from: "bot"), "released it from bot"),
    (.init(.ticketDeleted, from: "Fixing"), "deleted it"),
    (
      .init(.changeUndone, subject: "7", from: "Triaged", to: "Fixing"),
      "took back a change: Triaged → Fixing"
    ),
    (.init(.changeUndone, subject: "7", from: "New", to: "New"), "took back a change"),
    (
      .init(.changeRedone, subject: "7", from: "Fixing"), "made a change again: Fixing → deleted"
    ),
    (
      .init(.ticketRemapped, subject: "Delivery", from: "New", to: "Idea"),
      "took it along to workflow Delivery: New → Idea"
    ),
    (.init(.commented, to: "Only.\n\n"), "commented: Only."),
  ]

  @Test(arguments: stories)
  func anEventIsToldInTheWordsOfTheWorkflow(event: Event.Draft, story: String) {
    #expect(event.story(in: Sample.workflow) == story)
  }
}
