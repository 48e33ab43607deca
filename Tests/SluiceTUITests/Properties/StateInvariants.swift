import Drawing
import SluiceCore
import Synchronization

@testable import SluiceTUI

extension AppState {
  /// What is wrong with the state, whatever led to it; `nil` if nothing is.
  var damage: String? {
    guard board.columns.indices.contains(board.focus) else { return "focus \(board.focus)" }
    return columnsDamage ?? sightDamage ?? layersDamage
  }

  private var columnsDamage: String? {
    let page = layout.page
    for column in board.columns {
      let place = "column \(column.status.number)"
      let last = max(0, column.cards.count - 1)
      if !(0...last).contains(column.selected) { return "\(place) selected \(column.selected)" }
      if !(column.top...column.top + page - 1).contains(column.selected) {
        return "\(place) shows \(column.top)+\(page), not \(column.selected)"
      }
      if column.top > max(0, column.cards.count - page) { return "\(place) is scrolled too far" }
      if column.offset ?? 0 < 0 { return "\(place) offset" }
    }
    return nil
  }

  private var sightDamage: String? {
    var column = board.focus
    if case .preview(let target) = layers.last { column = target }
    let sight = board.firstColumn..<board.firstColumn + layout.visibleColumns
    return sight.contains(column) && sight.upperBound <= board.columns.count
      ? nil : "column \(column) is out of sight \(sight)"
  }

  private var layersDamage: String? {
    for (index, layer) in layers.enumerated() {
      switch layer {
      case .filter, .preview, .triage:
        if index > 0 { return "layer \(index) belongs to the bottom" }
      case .search:
        if index != (triage == nil ? 1 : 2) { return "layer \(index) searches no page" }
      case .ticket, .gate:
        if index > (triage == nil ? 0 : 1) { return "layer \(index) belongs to the bottom" }
      case .picker(let picker):
        if picker.selected > max(0, picker.shown.count - 1) { return "picker" }
      // What they list may have become less since.
      case .palette, .help: break
      case .prompt, .form, .question, .conflict, .bulk: break
      }
    }
    return layers.count > 6 ? "\(layers.count) layers" : triageDamage
  }

  private var triageDamage: String? {
    guard let triage else { return nil }
    let keys = triage.queue.upcoming.map(\.key)
    if Set(keys).count != keys.count { return "a ticket comes twice in triage" }
    if keys.contains(where: { triage.queue.passed[$0] != nil }) {
      return "a ticket that was passed comes again in triage"
    }
    let progress = triageProgress(triage)
    if progress.place > progress.total { return "triage is at \(progress.text)" }
    if triage.top < 0 { return "triage is scrolled to \(triage.top)" }
    return nil
  }

  /// What of the board is not as the engine has it once nothing is under way; `nil` if all is.
  func difference(from engine: MemoryEngine) -> String? {
    let store = engine.store.withLock { $0 }
    for column in board.columns {
      if !zip(column.cards, column.cards.dropFirst()).allSatisfy({ $0.position < $1.position }) {
        return "column \(column.status.number) is out of order"
      }
      let all = store.cards(column.status, board.project.key, filter)
      let place = "column \(column.status.number)"
      if column.count != .exactly(all.count) { return "\(place) counts \(column.count)" }
      let start = column.cards.first.flatMap { card in all.firstIndex { $0.key == card.key } } ?? 0
      let end = start + column.cards.count
      guard end <= all.count, Array(all[start..<end]) == column.cards else {
        return "\(place) does not show a run of what there is"
      }
      if column.hasEarlier != (start > 0) { return "\(place) hasEarlier" }
      if column.hasLater != (end < all.count) { return "\(place) hasLater" }
      if let offset = column.offset, offset != start { return "\(place) offset \(offset) \(start)" }
    }
    return nil
  }
}

extension Frame {
  /// What of the frame could not be shown by a terminal as it is meant; `nil` if nothing.
  func damage(in size: Size) -> String? {
    if self.size != size { return "the frame is \(self.size)" }
    if let cursor, !canvas.bounds.contains(cursor) { return "the cursor is at \(cursor)" }
    for row in 0..<size.rows {
      var column = 0
      while column < size.columns {
        guard let cell = canvas[column, row], cell.width > 0,
          column + Int(cell.width) <= size.columns
        else { return "half a glyph at \(column), \(row)" }
        if canvas.text(of: cell).unicodeScalars.contains(where: \.isHostile) {
          return "a hostile character at \(column), \(row)"
        }
        if cell.width == 2, canvas[column + 1, row]?.isContinuation != true {
          return "a wide glyph was cut at \(column), \(row)"
        }
        column += Int(cell.width)
      }
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// Whether it would act on the terminal or hide there.
  var isHostile: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xE0000...0xE007F:
      true
    default: false
    }
  }
}
