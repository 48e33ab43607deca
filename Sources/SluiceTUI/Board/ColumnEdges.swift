import Drawing

/// What stands above and below the cards of a column that goes on there; `nil` where it does not.
struct ColumnEdges: Equatable {
  var earlier: String?
  var later: String?
}

extension ColumnState {
  /// What tells of the cards that are not in sight.
  func edges(_ layout: BoardLayout) -> ColumnEdges {
    guard layout.shape != .narrow else { return ColumnEdges() }
    return ColumnEdges(earlier: earlier, later: later(layout))
  }

  private var earlier: String? {
    let hidden = offset.map { $0 + top }
    guard hidden ?? 1 > 0, hasEarlier || top > 0 else { return nil }
    return hidden.map { " ↑ \($0) more " } ?? " ↑ more "
  }

  private func later(_ layout: BoardLayout) -> String? {
    // Fewer cards may be read than there is room for.
    let end = min(top + layout.page, cards.count)
    guard cards.count > end || hasLater else { return nil }
    return remaining(below: end).map { "↓ \($0) more" } ?? "↓ more"
  }
}

extension BoardLayout {
  /// The line under the last card of a column.
  func lineBelowCards(column: Int) -> Rect {
    let area = part(of: cards, column: column)
    return area.line(min(page * cardPitch, area.rows - 1))
  }
}
