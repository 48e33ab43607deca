import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct GoingTests {
  @Test(arguments: [
    ("j", "WF-77"), ("<Down>", "WF-77"), ("jj", "WF-70"), ("jjj", "WF-70"), ("jk", "WF-42"),
    ("j<Up>", "WF-42"), ("G", "WF-70"), ("<End>", "WF-70"), ("Gg", "WF-42"), ("G<Home>", "WF-42"),
    ("h", "WF-118"), ("<Left>", "WF-118"), ("l", "WF-97"), ("<Right>", "WF-97"), ("0", "WF-131"),
    ("^", "WF-131"), ("{", "WF-131"), ("}", "WF-97"), ("}{", "WF-118"), ("hj", "WF-112"),
    ("jhl", "WF-77"),
  ])
  func keysMoveTheFocus(keys: String, focus: String) {
    var state = Sample.state(of: Sample.board(totals: [3, 2, 3, 1, 0, 0]))
    state.press(keys)
    #expect(state.focusedTicket?.description == focus)
  }

  @Test func theLastColumnMayBeEmpty() {
    var state = Sample.state()
    state.press("$")
    #expect(state.board.focusedColumn?.status == Status.ID(6))
    #expect(state.focusedTicket == nil)
    #expect(state.board.firstColumn == 2)
  }

  @Test func theTicketIsReadOnceTheCursorRests() {
    var state = Sample.state()
    #expect(state.press("j") == [.rest(1)])
    #expect(state.press("k") == [.rest(2)])
    #expect(state.handle(.rested(1)) == [])
    #expect(state.handle(.rested(2)) == [.loadTicket(ticketKey(42))])
  }

  @Test func aKeyThatMovesNothingAsksForNothing() {
    var state = Sample.state()
    #expect(state.press("k") == [])
    #expect(state.press("g") == [])
  }

  @Test func columnsScrollSidewaysWithTheFocus() {
    var state = Sample.state(columns: 80, rows: 24)
    #expect(state.board.firstColumn == 0)
    state.press("l")
    #expect(state.board.firstColumn == 1)
    state.press("0")
    #expect(state.board.firstColumn == 0)
  }

  private func ticketKey(_ number: Int) -> TicketKey {
    TicketKey(project: Sample.key, number: number)
  }
}

@Suite struct DeepColumnTests {
  /// 130 tickets in New, of which 60 are read; four are in sight.
  private func play() -> Play {
    let engine = MemoryEngine()
    engine.add(Sample.column(1, 130, from: 130))
    var state = Sample.state(columns: 120, rows: 26, of: engine)
    state.press("0")
    return Play(state, engine)
  }

  private func position(_ play: Play, _ place: Int) -> CardPosition? {
    play.state.board.columns[0].cards[place].position
  }

  @Test func pagesAndHalfPagesMoveByWhatIsInSight() {
    var play = play()
    #expect(play.state.layout.page == 4)
    play.press("<C-d>")
    #expect(play.focus == "WF-128")
    play.press("<C-f>")
    #expect(play.focus == "WF-124")
    play.press("<PageDown>")
    #expect(play.focus == "WF-120")
    play.press("<C-b><PageUp>")
    #expect(play.focus == "WF-128")
    play.press("<C-u>")
    #expect(play.focus == "WF-130")
  }

  @Test func theNextWindowIsAskedForOnceAndBeforeItIsNeeded() throws {
    var play = play()
    for _ in 0..<51 { play.state.press("j") }
    #expect(play.state.board.columns[0].isLoading == false)
    let last = try #require(position(play, 59))
    let effects = play.state.press("jj")
    #expect(
      effects == [.rest(53), .loadColumn(play.state.query(Status.ID(1), .below(last))), .rest(54)])
  }

  @Test func whatComesFromBelowIsAppendedAndTheFocusStays() {
    var play = play()
    play.press(String(repeating: "j", count: 55))
    #expect(play.focus == "WF-75")
    #expect(play.state.board.columns[0].cards.count == 120)
    play.press(String(repeating: "j", count: 74))
    #expect(play.focus == "WF-1")
    #expect(play.state.board.columns[0].cards.count == 130)
    #expect(play.state.board.columns[0].hasLater == false)
  }

  @Test func theBottomIsReadAtOnceAndFromThereUpwards() {
    var play = play()
    #expect(play.state.press("G") == [.loadColumn(play.state.query(Status.ID(1), .bottom))])
    play.press("G")
    #expect(play.focus == "WF-1")
    #expect(play.state.board.columns[0].cards.count == 60)
    #expect(play.state.board.columns[0].offset == 70)
    play.press(String(repeating: "k", count: 55))
    #expect(play.focus == "WF-56")
    #expect(play.state.board.columns[0].cards.count == 120)
    #expect(play.state.board.columns[0].offset == 10)
    play.press("g")
    #expect(play.focus == "WF-130")
    #expect(play.state.board.columns[0].offset == 0)
  }

  @Test func aWindowAskedForBeforeTheBottomWasReadIsDropped() throws {
    var play = play()
    play.press(String(repeating: "j", count: 40))
    let query = play.state.query(Status.ID(1), .below(try #require(position(play, 59))))
    let window = try play.engine.column(query)
    play.press("G")
    let former = play.state.board.columns[0]
    _ = play.state.handle(.columnLoaded(.success(window), query))
    #expect(play.state.board.columns[0] == former)
  }

  @Test func theFarEndIsLetGoInAVeryLongColumn() {
    let engine = MemoryEngine()
    engine.add(Sample.column(1, 900, from: 900))
    var play = Play(Sample.state(columns: 120, rows: 26, of: engine), engine)
    play.press("0" + String(repeating: "<C-f>", count: 200))
    #expect(play.focus == "WF-100")
    #expect(play.state.board.columns[0].cards.count <= ColumnState.windowLimit)
    #expect(play.state.board.columns[0].offset.map { $0 > 300 } == true)
    play.press(String(repeating: "<C-b>", count: 200))
    #expect(play.focus == "WF-900")
    #expect(play.state.board.columns[0].cards.count <= ColumnState.windowLimit)
  }

  @Test func othersChangesLeaveADeepColumnWhereItIs() {
    var play = play()
    play.press(String(repeating: "j", count: 100))
    let former = play.state.board.columns[0]
    let row = former.selected - former.top
    play.engine.changeForeign(TicketKey(project: Sample.key, number: 3)) {
      $0.ticket.priority = .urgent
    }
    play.hearOfChange()
    let column = play.state.board.columns[0]
    #expect(play.focus == "WF-30")
    #expect(column.selected - column.top == row)
    #expect(column.offset == 34)
  }

  @Test func aColumnWhoseEndIsGoneShowsWhatIsLeft() {
    var play = play()
    play.press("G")
    #expect(play.focus == "WF-1")
    for number in 1...65 {
      play.engine.changeForeign(TicketKey(project: Sample.key, number: number)) {
        $0.ticket.status = Status.ID(6)
      }
    }
    play.hearOfChange()
    #expect(play.focus == "WF-66")
    #expect(play.state.board.columns[0].count == .exactly(65))
    #expect(play.state.board.columns[0].offset == 5)
  }

  @Test func aJumpThatArrivesLateEndsWhatWasBegun() throws {
    var play = play()
    let jump = play.state.press("G")
    play.state.press("m")
    #expect(play.state.layers == [.preview(target: 0)])
    let runner = EffectRunner(engine: play.engine, actor: Actor(name: "ana"))
    let message = try #require(jump.first.flatMap { runner.run($0) })
    play.tell(message)
    #expect(play.focus == "WF-1")
    #expect(play.state.layers == [])
  }

  @Test func aJumpIsNotUndoneByAWindowThatWasAskedForMeanwhile() throws {
    var play = play()
    play.press("j")
    let top = play.focus
    play.press("kG")
    let runner = EffectRunner(engine: play.engine, actor: Actor(name: "ana"))
    let jump = play.state.press("g").compactMap { runner.run($0) }
    play.engine.changeForeign(TicketKey(project: Sample.key, number: 1)) { $0.ticket.version += 1 }
    let board = play.state.handle(.foreignChange).compactMap { runner.run($0) }
    let windows = board.flatMap { play.state.handle($0) }.compactMap { runner.run($0) }
    for message in jump + windows { play.tell(message) }
    play.press("j")
    #expect(play.focus == top)
  }

  @Test func aTallScreenReadsAPageToEitherSide() {
    var state = play().state
    state.resize(to: Size(columns: 80, rows: 120))
    #expect(state.layout.page == 37)
    #expect(state.query(Status.ID(1), .top).limit == 111)
  }
}
