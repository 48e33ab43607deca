import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Counting and searching that take more than one look.
@Suite struct CountingTests {
  /// The sample's board under a filter, of which the engine has looked at little.
  private func board(_ state: AppState, seen: CardPosition? = nil) -> Board {
    let columns = state.board.columns.map { column in
      let cards = Array(column.cards.prefix(column.status.number == 3 ? 1 : 0))
      return Board.Column(
        status: column.status, count: .atLeast(cards.count), total: column.total,
        window: CardWindow(cards: cards, hasEarlier: false, hasLater: seen != nil, seen: seen))
    }
    return Board(
      project: Sample.project, workflow: Sample.workflow, columns: columns,
      sequence: state.board.sequence)
  }

  private func counted(_ state: AppState, _ cursor: String?) -> CountQuery {
    CountQuery(project: .key(Sample.key), filter: state.filter, cursor: cursor)
  }

  private var seen: CardPosition {
    CardPosition(priority: .low, enteredAt: Sample.now, number: 7, ordinal: 0)
  }

  @Test func `A board that is not counted to the end is counted slice by slice`() {
    var state = Sample.state()
    state.press("/stale>1d")
    let opened = state.handle(
      .boardLoaded(.success(board(state)), state.boardQuery, .open))
    #expect(opened.contains(.count(counted(state, nil))))
    #expect(state.filterTally == "1… of 144")
    let more = state.handle(
      .counted(
        .success(CountSlice(counts: [Status.ID(3): 2, Status.ID(1): 1], cursor: "x")),
        counted(state, nil)))
    #expect(more == [.count(counted(state, "x"))])
    #expect(state.filterTally == "3… of 144")
    let last = state.handle(
      .counted(.success(CountSlice(counts: [Status.ID(3): 1])), counted(state, "x")))
    #expect(last == [])
    #expect(state.filterTally == "4 of 144")
    #expect(
      state.board.columns.map(\.count) == [.exactly(1), .exactly(0), .exactly(3)]
        + [0, 0, 0].map(Count.exactly))
  }

  @Test func `A count goes on while the board changes, and is made once more at its end`() {
    var state = Sample.state()
    state.press("/stale>1d")
    _ = state.handle(.boardLoaded(.success(board(state)), state.boardQuery, .open))
    _ = state.handle(
      .counted(.success(CountSlice(counts: [Status.ID(3): 2], cursor: "x")), counted(state, nil)))
    let refreshed = state.handle(
      .boardLoaded(.success(board(state)), state.boardQuery, .refresh))
    #expect(!refreshed.contains { if case .count = $0 { true } else { false } })
    #expect(state.filterTally == "2… of 144")
    let ended = state.handle(
      .counted(.success(CountSlice(counts: [Status.ID(3): 7])), counted(state, "x")))
    #expect(ended == [.count(counted(state, nil))])
    #expect(state.filterTally == "9 of 144")
    let again = state.handle(
      .counted(.success(CountSlice(counts: [Status.ID(3): 8])), counted(state, nil)))
    #expect(again == [])
    #expect(state.filterTally == "8 of 144")
  }

  @Test func `Reading the same board again does not drop the count that waits`() {
    var state = Sample.state()
    state.press("/stale>1d")
    let count = Effect.count(counted(state, nil))
    #expect(!count.isSuperseded(by: .loadBoard(state.boardQuery, .refresh)))
    #expect(count.isSuperseded(by: .loadBoard(state.boardQuery, .open)))
  }

  @Test func `A slice for another filter counts nothing`() {
    var state = Sample.state()
    state.press("/stale>1d")
    _ = state.handle(.boardLoaded(.success(board(state)), state.boardQuery, .open))
    let former = counted(state, nil)
    state.press("<Backspace>w")
    let effects = state.handle(
      .counted(.success(CountSlice(counts: [Status.ID(1): 500])), former))
    #expect(effects == [])
    #expect(state.board.columns[0].count != .exactly(500))
  }

  @Test func `A board that is counted asks for nothing`() {
    var play = Play()
    play.press("/login")
    let counts = play.effects.filter { if case .count = $0 { true } else { false } }
    #expect(counts == [])
  }

  @Test func `A column that a search has not filled is searched on`() {
    var state = Sample.state()
    state.press("/stale>1d")
    let opened = state.handle(
      .boardLoaded(.success(board(state, seen: seen)), state.boardQuery, .open))
    let query = state.query(Status.ID(3), .below(seen))
    #expect(opened.contains(.loadColumn(query)))
    let further = CardPosition(priority: .low, enteredAt: Sample.now, number: 3, ordinal: 0)
    let found = Sample.card(5, 3, "Found later", hours: 90)
    let more = state.handle(
      .columnLoaded(
        .success(
          CardWindow(cards: [found], hasEarlier: true, hasLater: true, seen: further)), query))
    #expect(state.board.columns[2].cards.last == found)
    #expect(more.contains(.loadColumn(state.query(Status.ID(3), .below(further)))))
    let end = state.handle(
      .columnLoaded(
        .success(CardWindow(cards: [], hasEarlier: true, hasLater: false)),
        state.query(Status.ID(3), .below(further))))
    #expect(
      !end.contains {
        if case .loadColumn(let query) = $0 { query.status == Status.ID(3) } else { false }
      })
    #expect(state.board.columns[2].cards.last == found)
  }

  @Test func `Keys are answered while a search goes on`() {
    var state = Sample.state()
    state.press("/stale>1d")
    _ = state.handle(.boardLoaded(.success(board(state, seen: seen)), state.boardQuery, .open))
    state.press("<Enter>l")
    #expect(state.board.focus == 3)
  }
}
