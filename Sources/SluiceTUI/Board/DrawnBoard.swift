import Drawing
import SluiceCore

/// A board as it was drawn, so that the next one is drawn only where it differs.
///
/// What lies over the board is not part of it.
struct DrawnBoard {
  var canvas: Canvas
  /// Where the header wants the cursor.
  var headerCursor: Point?
  /// The card in each place, column by column.
  private var cards: [CardView.Stamp?]
  /// What stands around the cards of each column.
  private var edges: [ColumnEdges]
  /// The list of moves beside the board, if there is one.
  private(set) var moves: Moves?
  private var hasPanes = false
  /// All that neither a card nor a pane shows alone: with another frame everything is drawn anew.
  let frame: AppState
  let layout: BoardLayout

  /// What the list of moves was made of, and where it stands.
  struct Moves: Equatable {
    /// `nil` while the ticket is being read.
    let ground: Ground?
    let rect: Rect
  }

  init(_ state: AppState, _ layout: BoardLayout) {
    canvas = Canvas(size: state.size)
    cards = Array(repeating: nil, count: layout.visibleColumns * layout.page)
    edges = Array(repeating: ColumnEdges(), count: layout.visibleColumns)
    frame = state
    self.layout = layout
  }

  /// Itself if all but cards and panes is still right.
  func resumed(with frame: AppState, _ layout: BoardLayout) -> DrawnBoard? {
    layout == self.layout && frame == self.frame ? self : nil
  }
}

extension DrawnBoard {
  /// Whether a card stands in a place already.
  func has(_ stamp: CardView.Stamp, row: Int, column: Int) -> Bool {
    cards[column * layout.page + row] == stamp
  }

  /// Draws a card in its place, or takes it from a former board.
  mutating func draw(_ view: CardView, row: Int, column: Int, after former: DrawnCards?) {
    let rect = layout.card(row, column: column)
    if let former, let place = former.row(of: view.stamp, near: row, in: column) {
      canvas.copy(layout.card(place, column: column), from: former.canvas, to: rect.origin)
    } else {
      if cards[column * layout.page + row] != nil { canvas.fill(rect, style: .plain) }
      view.draw(in: rect, isTall: layout.shape == .wide, on: &canvas)
    }
    cards[column * layout.page + row] = view.stamp
  }

  /// Leaves a place without a card.
  mutating func clear(row: Int, column: Int) {
    guard cards[column * layout.page + row] != nil else { return }
    canvas.fill(layout.card(row, column: column), style: .plain)
    cards[column * layout.page + row] = nil
  }

  /// Tells of the cards of a column that are not in sight.
  mutating func draw(_ new: ColumnEdges, column: Int) {
    guard new != edges[column] else { return }
    let above = layout.part(of: layout.rule, column: column)
    if edges[column].earlier != nil {
      canvas.horizontalLine(at: above.origin, columns: above.columns, style: Style(.border))
    }
    if let text = new.earlier {
      canvas.writeLine(text, in: above.inset(left: 1), style: Style(.more))
    }
    let below = layout.lineBelowCards(column: column)
    if edges[column].later != nil { canvas.fill(below, style: .plain) }
    if let text = new.later {
      canvas.writeLine(text, in: below.inset(left: 1), style: Style(.more))
    }
    edges[column] = new
  }

  /// What another board of the same project and layout can take from this one.
  func cards(for other: DrawnBoard) -> DrawnCards? {
    guard layout == other.layout, frame.board.project.id == other.frame.board.project.id else {
      return nil
    }
    return DrawnCards(canvas: canvas, page: layout.page, stamps: cards)
  }
}

/// The cards of a board as they were drawn: small, for it is asked for every card of the next one.
struct DrawnCards {
  let canvas: Canvas
  fileprivate let page: Int
  /// The card in each place, column by column.
  fileprivate let stamps: [CardView.Stamp?]

  /// The row of a column in which a card looks as it should: most often the same, or when the column scrolls
  /// one of those around it.
  fileprivate func row(of stamp: CardView.Stamp, near row: Int, in column: Int) -> Int? {
    let start = column * page
    if stamps[start + row] == stamp { return row }
    return (0..<page).first { stamps[start + $0] == stamp }
  }
}

extension DrawnBoard {
  /// Makes room for other panes.
  mutating func clearPanes(_ rect: Rect) {
    if hasPanes { canvas.fill(rect, style: .plain) }
    hasPanes = true
    moves = nil
  }

  /// Draws the list of moves, or takes it from a former board.
  mutating func draw(_ moves: Moves, after former: DrawnBoard?, _ pane: () -> MovesPane?) {
    if let former, former.moves == moves {
      canvas.copy(moves.rect, from: former.canvas)
    } else {
      MovesPane.draw(pane(), in: moves.rect, on: &canvas)
    }
    self.moves = moves
  }
}

extension AppState {
  /// The state without what only cards and panes depend on.
  ///
  /// What is left out here must be compared where it is drawn.
  var withoutContents: AppState {
    var state = self
    for index in state.board.columns.indices {
      state.board.columns[index].selected = 0
      state.board.columns[index].top = 0
      state.board.columns[index].isLoading = false
      state.board.columns[index].isOutdated = false
      state.board.columns[index].awaited = nil
    }
    state.board.detail = nil
    state.now = Timestamp(milliseconds: 0)
    state.restCount = 0
    state.begun = []
    state.begunCount = 0
    state.called = []
    state.wanted = nil
    state.past = Past()
    state.board.sequence = 0
    state.pending.clear()
    state.foreign.reset()
    state.returned = []
    state.refreshing = .no
    state.awaited = nil
    state.notice = nil
    return state
  }

  /// Whether the parts of the board stand for themselves.
  ///
  /// Not while columns are struck out for a preview, nor while the drawer lies over the cards.
  var drawsInParts: Bool {
    previewTarget == nil && !(isInGate && layout.shape == .narrow)
  }
}
