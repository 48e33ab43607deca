import Drawing

/// Where the parts of the board lie at a size.
struct BoardLayout: Equatable {
  enum Shape: Equatable {
    /// Panes stand beside the board, cards are tall.
    case wide
    /// Panes are a drawer below the board, cards take two rows.
    case medium
    /// One column at a time, no panes.
    case narrow
    /// Too small for a board; only a sentence is shown.
    case tooSmall
  }

  /// The smallest size with a board.
  static let minimum = Size(columns: 40, rows: 12)

  let shape: Shape
  let header: Rect
  let stages: Rect
  let titles: Rect
  let rule: Rect
  let cards: Rect
  /// Beside the board, or the drawer with its heading; empty in `narrow`.
  let panes: Rect
  let footerRule: Rect
  let footer: Rect
  /// How many columns are in sight.
  let visibleColumns: Int

  init(size: Size, columnCount: Int) {
    shape = Self.shape(of: size)
    let all = Rect(size)
    switch shape {
    case .wide:
      let (bottom, top) = all.dividedBottom(2)
      (footerRule, footer) = (bottom.line(0), bottom.line(1))
      header = top.line(0)
      let (side, board) = top.dividedTop(1).rest.dividedRight(Self.paneColumns(size.columns))
      panes = side
      (stages, titles, rule) = (board.line(0), board.line(1), board.line(2))
      cards = board.dividedTop(3).rest
    case .medium:
      header = all.line(0)
      footer = all.line(all.rows - 1)
      footerRule = .zero
      let middle = all.inset(left: 0, top: 1, right: 0, bottom: 1)
      let (drawer, board) = middle.dividedBottom(max(6, all.rows / 3))
      panes = drawer
      (stages, titles, rule) = (board.line(0), board.line(1), board.line(2))
      cards = board.dividedTop(3).rest
    case .narrow, .tooSmall:
      header = all.line(0)
      titles = all.line(1)
      rule = all.line(2)
      footer = all.line(all.rows - 1)
      (stages, panes, footerRule) = (.zero, .zero, .zero)
      cards = all.inset(left: 0, top: 3, right: 0, bottom: 1)
    }
    visibleColumns = Self.columnsInSight(of: cards.columns, shape: shape, count: columnCount)
  }

  private static func shape(of size: Size) -> Shape {
    if size.columns < minimum.columns || size.rows < minimum.rows { return .tooSmall }
    if size.columns >= 100, size.rows >= 20 { return .wide }
    return size.columns >= 64 && size.rows >= 18 ? .medium : .narrow
  }

  private static func paneColumns(_ columns: Int) -> Int {
    min(max(columns * 3 / 10, 34), 52)
  }

  private static func columnsInSight(of columns: Int, shape: Shape, count: Int) -> Int {
    guard shape == .wide || shape == .medium else { return 1 }
    let least = shape == .wide ? 19 : 25
    return max(1, min(count, (columns + 1) / (least + 1)))
  }
}

extension BoardLayout {
  /// How many rows a card takes, the gap below it included.
  var cardPitch: Int { shape == .wide ? 5 : 2 }

  private var cardGap: Int { shape == .wide ? 1 : 0 }

  /// How many cards of a column are in sight.
  var page: Int {
    let reserved = shape == .wide || shape == .medium ? 1 : 0
    // The last card needs no gap below it.
    return max(1, (cards.rows - reserved + cardGap) / cardPitch)
  }

  /// The stretch of columns, without the line to its right, that the `index`-th column in sight takes.
  func span(of index: Int) -> Range<Int> {
    let free = cards.columns - (visibleColumns - 1)
    let width = free / visibleColumns
    let wider = free % visibleColumns
    let start = index * (width + 1) + min(index, wider)
    return start..<(start + width + (index < wider ? 1 : 0))
  }

  /// The part of an area that a column in sight takes.
  func part(of area: Rect, column index: Int) -> Rect {
    let span = span(of: index)
    return Rect(
      left: area.left + span.lowerBound, top: area.top, columns: span.count, rows: area.rows)
  }

  /// Where the `place`-th card in sight of a column is drawn.
  func card(_ place: Int, column index: Int) -> Rect {
    let column = part(of: cards, column: index)
    return Rect(
      left: column.left, top: column.top + place * cardPitch, columns: column.columns,
      rows: cardPitch - cardGap)
  }
}
