import SluiceCore
import Testing

@testable import SluiceTUI

/// History as it is told: what one person did in one go is one sentence, and a passed gate names its ticks.
@Suite struct HistoryStoryTests {
  private static let key = TicketKey(project: Sample.key, number: 42)

  private static func event(
    _ sequence: Int64, of change: Int64? = nil, minutesAgo: Int64, by actor: String,
    agent: String? = nil, _ body: Event.Draft
  ) -> Event {
    Event(
      sequence: sequence, change: change, at: Sample.now.advanced(bySeconds: -60 * minutesAgo),
      actor: actor, agent: agent, ticket: key, body: body)
  }

  /// Newest first.
  static let events: [Event] = {
    let ticks: [GateProgress.Mark: GateProgress.Stamp] = [
      .init(gate: "verify", item: "test"): .init(by: "ana", at: Sample.hoursAgo(30)),
      .init(gate: "verify", item: "second"): .init(by: "ben", at: Sample.hoursAgo(29)),
    ]
    let stories = [
      event(1, minutesAgo: 4_320, by: "dee", .init(.ticketCreated, to: "New")),
      event(
        2, minutesAgo: 3_000, by: "ana",
        .init(.ticketEdited, subject: "priority", from: "Low", to: "Medium")),
      event(3, minutesAgo: 2_995, by: "ana", .init(.labelAdded, subject: "auth")),
      event(
        4, minutesAgo: 2_993, by: "ana",
        .init(.ticketEdited, subject: "priority", from: "Medium", to: "High")),
      event(5, minutesAgo: 2_990, by: "ana", .init(.labelAdded, subject: "bug")),
      event(6, minutesAgo: 2_989, by: "ben", .init(.itemTicked, subject: "verify/second")),
      event(
        7, minutesAgo: 1_500, by: "ana",
        .init(.ticketMoved, from: "New", to: "Fixing", warning: "Fixing holds 5 of at most 5.")),
      event(
        8, of: 8, minutesAgo: 120, by: "ana", agent: "scout",
        .init(.gatePassed, subject: "verify", trace: .cleared(ticks))),
      event(
        9, of: 8, minutesAgo: 120, by: "ana", agent: "scout",
        .init(.ticketMoved, from: "Fixing", to: "Verifying")),
      event(10, minutesAgo: 60, by: "ben", .init(.commented, to: "Fixed in 4.2.1.\nSee there.")),
    ]
    return stories.reversed()
  }()

  private func told(_ events: [Event], secondsFromUTC: Int = 0, hasOlder: Bool = false) -> String {
    HistoryLines(workflow: Sample.workflow, columns: 78, secondsFromUTC: secondsFromUTC)
      .story(of: events, hasOlder: hasOlder).map(\.plain).joined(separator: "\n")
  }

  @Test func theNewestComesFirstDayByDay() {
    #expect(
      told(Self.events) == """
        2026-03-08, Sunday
        19:00  ben commented: Fixed in 4.2.1. …
        18:00  ana ⚙scout moved it: Fixing → Verifying; passed gate “Ready to verify”
               [x] Fix has a regression test — ana, 2026-03-07 14:00
               [x] Reviewed by a second person — ben, 2026-03-07 15:00
        2026-03-07, Saturday
        19:00  ana moved it: New → Fixing
               ! Fixing holds 5 of at most 5.
        2026-03-06, Friday
        18:11  ben ticked “Reviewed by a second person”
        18:10  ana changed the priority: Low → High; added labels auth, bug
        2026-03-05, Thursday
        20:00  dee made the ticket in New
        """)
  }

  @Test func theDayIsThatOfTheWallClock() {
    let line = told([Self.events[0]], secondsFromUTC: 6 * 3_600, hasOlder: true)
    #expect(
      line == """
        2026-03-09, Monday
        01:00  ben commented: Fixed in 4.2.1. …
        Older ones are read as you go on.
        """)
  }

  @Test func anotherPersonOrALongPauseBeginsAnew() {
    let edit = Event.Draft(.ticketEdited, subject: "due", to: "2026-03-01")
    let label = Event.Draft(.labelAdded, subject: "ui")
    func story(_ minutes: Int64, by actor: String, agent: String? = nil) -> Int {
      HistoryStory(
        [
          Self.event(2, minutesAgo: 10, by: actor, agent: agent, label),
          Self.event(1, minutesAgo: minutes, by: "ana", edit),
        ], in: Sample.workflow, secondsFromUTC: 0
      ).entries.count
    }
    #expect(story(25, by: "ana") == 1)
    #expect(story(26, by: "ana") == 2)
    #expect(story(11, by: "ben") == 2)
    #expect(story(11, by: "ana", agent: "bot") == 2)
  }

  @Test func theGateRecordSaysWhoTickedWhat() {
    let lines = HistoryLines(workflow: Sample.workflow, columns: 78, secondsFromUTC: 0)
    func record(_ events: [Event], hasOlder: Bool = false) -> String {
      lines.passages(in: events, hasOlder: hasOlder).map(\.plain).joined(separator: "\n")
    }
    let passed = """
      2026-03-08 18:00  Ready to verify (Build → Review), passed by ana ⚙scout
        [x] Fix has a regression test — ana, 2026-03-07 14:00
        [x] Reviewed by a second person — ben, 2026-03-07 15:00
      """
    #expect(record(Self.events) == passed)
    #expect(
      record(Self.events, hasOlder: true) == passed + "\nThose of older history come as it is read."
    )
    let undone = Self.event(
      11, minutesAgo: 5, by: "ana",
      .init(.changeUndone, subject: "8", from: "Verifying", to: "Fixing", trace: .change(8)))
    #expect(record([undone] + Self.events) == "")
    let redone = Self.event(
      12, minutesAgo: 4, by: "ana",
      .init(.changeRedone, subject: "8", from: "Fixing", to: "Verifying", trace: .change(8)))
    #expect(record([redone, undone] + Self.events) == passed)
  }
}
