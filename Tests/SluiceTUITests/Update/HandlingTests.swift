import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct HandlingTests {
  /// What opens each kind of layer.
  static let openings = [
    "", "/", "m", "<Space>", "c", "a", "#", "p", "e", "n", "<Enter>", "?", "d",
  ]

  @Test(arguments: openings)
  func aResizeKeepsWhatIsBeingDone(opening: String) {
    var state = Sample.state()
    state.press(opening)
    let layers = state.layers
    for size in [
      Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 9, rows: 3),
      Size(columns: 120, rows: 40),
    ] {
      let effects = state.handle(.input(.resized(size)))
      #expect(effects.allSatisfy { $0.isRead })
      #expect(state.frame().damage(in: size) == nil)
    }
    #expect(state.layers == layers)
    #expect(state.focusedTicket?.number == 42)
  }

  @Test(arguments: openings)
  func stopAndRedrawWorkEverywhere(opening: String) {
    var state = Sample.state()
    state.press(opening)
    let former = state
    #expect(state.press("<C-l>") == [.redraw])
    #expect(state.press("<C-z>") == [.suspend])
    #expect(state == former)
  }

  @Test(arguments: openings)
  func aSignalEndsItEverywhere(opening: String) {
    var state = Sample.state()
    state.press(opening)
    #expect(state.handle(.input(.terminate(signal: 15))) == [.quit])
  }

  @Test(arguments: ["q", "<C-c>"])
  func leavingIsAtOnce(key: String) {
    var state = Sample.state()
    #expect(state.press(key) == [.quit])
  }

  @Test(arguments: [("Z", "Z"), ("<F9>", "F9"), ("<C-t>", "^T"), ("<A-x>", "x")])
  func aKeyThatMeansNothingSaysSo(key: String, shown: String) {
    var state = Sample.state()
    let former = state
    #expect(state.press(key) == [])
    #expect(state.notice?.text == "“\(shown)” calls nothing here; ? tells what does.")
    state.notice = nil
    #expect(state == former)
  }

  @Test func theNextKeyTakesTheNoticeAway() {
    var state = Sample.state()
    state.press("7")
    #expect(state.notice != nil)
    state.press("j")
    #expect(state.notice == nil)
  }

  @Test(arguments: ["", "m", "<Space>", "<Enter>", "?"])
  func pastedTextThatNothingTakesIsSaid(opening: String) {
    var state = Sample.state()
    state.press(opening)
    #expect(state.handle(.input(.paste("1q"))) == [])
    #expect(state.notice?.text == "Nothing here takes pasted text; e, c, n or / do.")
  }

  @Test func aWindowTooSmallTakesOnlyLeavingAndStopping() {
    var state = Sample.state(columns: 39, rows: 12)
    #expect(state.press("j1n") == [])
    #expect(state.layers == [])
    #expect(state.press("<C-z>") == [.suspend])
    #expect(state.press("q") == [.quit])
  }

  @Test func growingShowsAsMuchOfTheBoardsBeginningAsFits() {
    var state = Sample.state(columns: 40, rows: 12)
    #expect(state.board.firstColumn == 2)
    state.resize(to: Size(columns: 120, rows: 26))
    #expect(state.board.firstColumn == 0)
  }

  @Test func theDrawerTurns() {
    var state = Sample.state(columns: 80, rows: 24)
    #expect(state.board.drawer == .moves)
    state.press("<Tab>")
    #expect(state.board.drawer == .gate)
    state.press("<Tab><Tab>")
    #expect(state.board.drawer == .moves)
    var wide = Sample.state()
    wide.press("<Tab>")
    #expect(wide.layers == [.gate(2)])
  }
}

@Suite struct TicketPageKeysTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  private func page(_ state: AppState) -> TicketPage? {
    for case .ticket(let page) in state.layers { return page }
    return nil
  }

  private func events(_ numbers: ClosedRange<Int64>) -> [Event] {
    numbers.reversed().map {
      Event(
        sequence: $0, at: Sample.now, actor: "ana", ticket: key,
        body: .init(.commented, to: "\($0)"))
    }
  }

  @Test(arguments: ["<Enter>", "o"])
  func openingReadsTheTicketAndItsHistory(key: String) {
    var state = Sample.state()
    #expect(
      state.press(key) == [.loadTicket(self.key), .loadHistory(self.key, PageRequest(limit: 100))])
    #expect(page(state)?.detail == state.board.detail)
  }

  @Test func scrollingStopsAtItsEnds() {
    var state = Sample.state(columns: 80, rows: 28)
    state.press("o")
    let last = state.lines(of: TicketPage(key, detail: state.board.detail)).count - 26
    #expect(last == 1)
    for (keys, top) in [
      ("j", 1), ("j", 1), ("k", 0), ("k", 0), ("G", 1), ("g", 0), ("<C-f>", 1),
      ("<C-b>", 0), ("<C-d>", 1), ("<C-u>", 0),
    ] {
      state.press(keys)
      #expect(page(state)?.top == top)
    }
  }

  @Test func aPageThatBecameShorterScrollsAtTheFirstKey() {
    var state = Sample.state(columns: 80, rows: 24)
    state.press("o")
    _ = state.handle(
      .historyLoaded(.success(Page(items: events(1...80))), key, PageRequest(limit: 100)))
    state.press("G")
    let former = page(state)?.top
    state.resize(to: Size(columns: 80, rows: 60))
    state.press("k")
    #expect(page(state)?.top == former.map { $0 - 36 - 1 })
  }

  @Test func olderHistoryIsReadAsItComesIntoSight() {
    var state = Sample.state()
    state.press("o")
    let first = PageRequest(limit: 100)
    _ = state.handle(
      .historyLoaded(.success(Page(items: events(101...200), nextCursor: "100")), key, first))
    #expect(page(state)?.events.count == 100)
    let next = PageRequest(limit: 100, cursor: "100")
    #expect(state.press("G") == [.loadHistory(key, next)])
    #expect(state.press("k") == [])
    _ = state.handle(.historyLoaded(.success(Page(items: events(1...100))), key, next))
    #expect(page(state)?.events == events(1...200))
    #expect(state.press("G") == [])
  }

  @Test func historyReadAnewDoesNotCountTwice() {
    var state = Sample.state()
    state.press("o")
    let first = PageRequest(limit: 100)
    let newest = Page(items: events(101...200), nextCursor: "100")
    _ = state.handle(.historyLoaded(.success(newest), key, first))
    state.press("G")
    _ = state.handle(.historyLoaded(.success(newest), key, first))
    #expect(page(state)?.events == events(101...200))
  }

  @Test func movesAreNumberedAsOnThePage() {
    var state = Sample.state()
    state.press("o")
    #expect(
      state.press("2") == [
        .apply(
          .changeTicket(
            .key(key), .move(to: "Triaged"), expecting: Expectation(status: "Fixing")),
          .stay(saying: "WF-42 → Triaged"))
      ])
  }

  @Test func changesAreAboutTheOpenTicketWhateverHasTheFocus() {
    var play = Play()
    play.press("o2")
    #expect(play.focus == "WF-77")
    play.press("!")
    #expect(play.ticket(42)?.priority == .urgent)
    #expect(play.ticket(77)?.priority == .medium)
    play.press("e<C-u>")
    play.type("Renamed")
    play.press("<Enter>")
    #expect(play.ticket(42)?.title == "Renamed")
    #expect(page(play.state)?.detail?.state.ticket.title == "Renamed")
  }

  @Test(arguments: ["<Esc>", "q", "h", "<Left>", "<C-c>"])
  func leavingGoesBackToTheBoard(key: String) {
    var state = Sample.state()
    state.press("o" + key)
    #expect(state.layers == [])
  }
}

extension Effect {
  fileprivate var isRead: Bool {
    switch self {
    case .loadBoard, .loadColumn, .loadTicket: true
    default: false
    }
  }
}
