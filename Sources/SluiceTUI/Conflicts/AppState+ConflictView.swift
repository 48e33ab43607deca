import Drawing
import SluiceCore

/// Both versions of what could not be saved, beside each other where there is room, else one above the other.
extension AppState {
  func drawConflict(_ conflict: Conflict, on canvas: inout Canvas) -> Point? {
    let dialog = conflictDialog(conflict)
    dialog.draw(title: title(of: conflict), on: &canvas)
    let inside = dialog.inside
    let lines = conflict.lines(columns: inside.columns)
    let top = min(conflict.top, lastTop(of: conflict))
    for (row, line) in lines.dropFirst(top).prefix(inside.rows).enumerated() {
      line.draw(in: inside.line(row), on: &canvas)
    }
    let rest = lines.count - top - inside.rows
    if rest > 0 {
      canvas.writeLine(
        " ↓ \(rest) more ", in: dialog.rect.line(dialog.rect.rows - 1).inset(left: 2),
        style: Style(.more))
    }
    return inside.origin
  }

  /// Whose change it met and when that was made, once that is known.
  func title(of conflict: Conflict) -> String {
    let who = conflict.changer.map { "by \($0.authorText), \($0.at.ago(at: now))" }
    return "\(conflict.ticket) was changed \(who ?? "meanwhile")"
  }

  /// How many lines of it are in sight.
  func conflictRows(_ conflict: Conflict) -> Int { max(1, conflictDialog(conflict).inside.rows) }

  /// The first line in sight once the last one is.
  func lastTop(of conflict: Conflict) -> Int {
    let dialog = conflictDialog(conflict)
    return max(0, conflict.lines(columns: dialog.inside.columns).count - dialog.inside.rows)
  }

  private func conflictDialog(_ conflict: Conflict) -> Dialog {
    let columns = min(100, max(1, dialogArea.columns - 4))
    return Dialog(
      columns: columns, rows: conflict.lines(columns: columns).count, in: dialogArea)
  }

  var conflictHints: [KeyHint] {
    [
      KeyHint("m", "keep mine"), KeyHint("t", "take theirs"), KeyHint("e", "edit on"),
      KeyHint("↑↓", "scroll"),
    ]
  }
}

extension Conflict {
  /// All that is to be compared, in lines of so many columns.
  func lines(columns: Int) -> [PageLine] {
    columns >= 60 ? linesBeside(columns: columns) : linesBelow(columns: columns)
  }

  private func linesBeside(columns: Int) -> [PageLine] {
    let label = 14
    let half = (columns - label - 3) / 2
    let heading = PageLine(
      lead: "".padded(to: label) + "Mine".padded(to: half + 3), leadRole: .paneTitle,
      text: "Theirs now", role: .paneTitle)
    return [heading]
      + parts.flatMap { part -> [PageLine] in
        let (mine, theirs) = part.texts
        let left = TextWrapping.lines(of: mine, columns: half)
        let right = TextWrapping.lines(of: theirs, columns: half)
        return (0..<max(1, left.count, right.count)).map { row in
          let name = row == 0 ? "\(part.sign) \(part.name)" : ""
          let mine = left.indices.contains(row) ? left[row] : ""
          return PageLine(
            lead: name.padded(to: label), leadRole: part.role,
            text: mine.padded(to: half) + " │ ", role: part.mineRole,
            note: right.indices.contains(row) ? right[row] : "", noteRole: part.theirsRole)
        }
      }
  }

  private func linesBelow(columns: Int) -> [PageLine] {
    parts.filter { $0.kind != .same }.flatMap { part -> [PageLine] in
      let (mine, theirs) = part.texts
      let name = PageLine(lead: "\(part.sign) \(part.name)", leadRole: part.role)
      let texts =
        part.kind == .theirs ? [("theirs", theirs)] : [("mine", mine), ("theirs", theirs)]
      return [name]
        + texts.flatMap { whose, text in
          PageLine(
            lead: "  " + whose.padded(to: 7), text: text,
            role: whose == "theirs" ? part.theirsRole : part.mineRole
          ).hanging(columns: columns)
        }
    }
  }
}

extension Conflict.Part {
  fileprivate var sign: String {
    switch kind {
    case .same: " "
    case .different: "≠"
    case .theirs: "✱"
    }
  }

  fileprivate var role: Role { kind == .same ? .dim : kind == .theirs ? .changed : .warning }
  fileprivate var mineRole: Role { kind == .different ? .plain : .dim }
  fileprivate var theirsRole: Role { kind == .same ? .dim : .plain }

  /// Both texts without the lines at their beginning that are alike, so that what differs comes first.
  fileprivate var texts: (mine: String, theirs: String) {
    guard let theirs else { return (shown(mine), "Reading …") }
    guard kind != .theirs else { return ("as there", shown(theirs)) }
    let (left, right) = (mine.lines, theirs.lines)
    let alike = zip(left, right).prefix { $0 == $1 }.count
    guard kind == .different, alike > 0 else { return (shown(mine), shown(theirs)) }
    let skipped = "… \(alike) \(alike == 1 ? "line" : "lines") alike"
    return (
      ([skipped[...]] + left.dropFirst(alike)).joined(separator: "\n"),
      ([skipped[...]] + right.dropFirst(alike)).joined(separator: "\n")
    )
  }

  private func shown(_ text: String) -> String { text.isEmpty ? "–" : text }
}

extension String {
  fileprivate var lines: [Substring] {
    split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// Itself with blanks behind it, for as many columns.
  fileprivate func padded(to columns: Int) -> String {
    let width = DisplayWidth.columns(of: VisibleText.line(self))
    return self + String(repeating: " ", count: max(0, columns - width))
  }
}
