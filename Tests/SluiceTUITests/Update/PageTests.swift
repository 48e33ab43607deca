import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// What keys do on the page of a ticket: search it, change it where it stands, and read its history on.
@Suite struct PageTests {
  private func page(_ play: Play) -> TicketPage? {
    for case .ticket(let page) in play.state.layers { return page }
    return nil
  }

  private var open: Play {
    TicketPageTests.page(.init(columns: 80, rows: 24))
  }

  @Test func aSearchGoesRoundAndEscEndsIt() {
    var play = open
    play.press("/")
    play.type("CLOCK")
    #expect(page(play)?.search?.place == "1 of 4")
    play.press("<Enter>n")
    #expect(page(play)?.search?.place == "2 of 4")
    play.press("nnn")
    #expect(page(play)?.search?.place == "1 of 4")
    play.press("N")
    #expect(page(play)?.search?.place == "4 of 4")
    play.press("<Esc>")
    #expect(page(play) != nil)
    #expect(page(play)?.search == nil)
    play.press("<Esc>")
    #expect(page(play) == nil)
  }

  @Test func aSearchThatIsGivenUpLeavesThePageAsItWas() {
    var play = open
    let former = page(play)
    play.press("/")
    play.type("moved")
    #expect(page(play)?.top != former?.top)
    play.press("<Esc>")
    #expect(page(play) == former)
  }

  @Test func whatIsNowhereIsSaid() {
    var play = open
    play.press("/")
    play.type("zebra")
    #expect(page(play)?.search?.place == "0 of 0")
    play.press("<Enter>")
    #expect(play.notice == "“zebra” is nowhere on this page.")
    play.press("n")
    #expect(play.notice == "Nothing is searched for; / finds on this page.")
  }

  static let changes: [(String, String, @Sendable (Play) -> String?)] = [
    ("<Tab><Enter> soon<Enter>", "title", { $0.ticket(42)?.title }),
    ("<Tab><Tab><Enter>Tri<Enter>", "status", { $0.status(of: 42) }),
    ("<Tab><Tab><Tab><Enter><Down><Enter>", "priority", { $0.ticket(42)?.priority.name }),
    ("<Tab><Tab><Tab><Tab><Enter>zoe<Enter>", "assignee", { $0.ticket(42)?.assignee }),
    ("<S-Tab><S-Tab><S-Tab><Enter>2026-04-01<Enter>", "due", { $0.ticket(42)?.due?.description }),
    (
      "<S-Tab><Enter><C-u>leap second<Enter>", "field",
      { $0.progress(42).values["root_cause"]?.text }
    ),
    ("<S-Tab><S-Tab><Enter>", "description", { $0.ticket(42)?.description }),
    (
      "<Tab><Tab><Tab><Tab><Tab><Enter>new<Enter><Esc>", "labels",
      { $0.ticket(42)?.labels.joined(separator: ",") }
    ),
  ]

  static let outcomes = [
    "title": "Fix login timeout soon", "status": "Triaged", "priority": "Medium", "assignee": "zoe",
    "due": "2026-04-01", "field": "leap second", "description": "Rewritten.",
    "labels": "auth,bug,new",
  ]

  @Test(arguments: changes.indices)
  func enterChangesWhatStandsThere(index: Int) {
    let (keys, name, value) = Self.changes[index]
    var play = open
    play.editor = { _ in .success("Rewritten.") }
    play.press(keys)
    #expect(value(play) == Self.outcomes[name])
    #expect(page(play) != nil, "the page stays open")
    #expect(play.state.damage == nil)
  }

  @Test func theOldestHistoryIsReachedByScrolling() {
    var play = Play(columns: 80, rows: 24)
    let key = TicketKey(project: Sample.key, number: 42)
    play.engine.store.withLock { store in
      store.sequence = 350
      store.events[key] = (1...350).map { number in
        Event(
          sequence: Int64(number), at: Sample.hoursAgo(Int64(400 - number)), actor: "ana",
          ticket: key, body: .init(.commented, to: "Remark \(number)"))
      }
    }
    play.press("o")
    #expect(page(play)?.events.count == 100)
    play.press("G")
    #expect(page(play)?.events.count == 200)
    play.press("GG")
    #expect(page(play)?.events.count == 350)
    #expect(page(play)?.nextCursor == nil)
    play.press("G")
    #expect(play.state.frame().description.contains("commented: Remark 1\n"))
    play.press("c")
    play.type("One more.")
    play.press("<Enter>")
    #expect(page(play)?.events.count == 351)
    #expect(
      page(play)?.events.map(\.sequence) == (page(play)?.events.map(\.sequence).sorted(by: >)))
  }
}
