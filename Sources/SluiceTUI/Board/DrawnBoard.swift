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
  mutating func draw(_ view: CardView, row: Int, column: Int, after former: DrawnBoard?) {
    let slot = column * layout.page + row
    let rect = layout.card(row, column: column)
    if let former, former.shows(view.stamp, in: slot, like: self) {
      canvas.copy(rect, from: former.canvas)
    } else {
      if cards[slot] != nil { canvas.fill(rect, style: .plain) }
      view.draw(in: rect, isTall: layout.shape == .wide, on: &canvas)
    }
    cards[slot] = view.stamp
  }

  /// Whether a place looks as it should on another board of the same project.
  private func shows(_ stamp: CardView.Stamp, in slot: Int, like other: DrawnBoard) -> Bool {
    layout == other.layout && frame.board.project.id == other.frame.board.project.id
      && cards[slot] == stamp
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
      state.board.columns[index].isLoading = false
    }
    state.board.detail = nil
    state.now = Timestamp(milliseconds: 0)
    state.restCount = 0
    state.wanted = nil
    state.past = Past()
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
