import Drawing

/// One line of a page that scrolls: a text, perhaps with a heading before it and a note behind it, or text
/// in several styles.
struct PageLine: Equatable {
  var lead = ""
  var leadRole = Role.dim
  var text = ""
  var role = Role.plain
  var note = ""
  var noteRole = Role.dim
  /// What stands behind the text and before the note.
  var spans: [TextSpan] = []
  /// What of the ticket it says, where that can be changed.
  var item: PageItem?
  /// Which of the comments it stands above.
  var comment: Int?

  /// All that it says, as it is shown.
  var plain: String {
    VisibleText.line(lead) + VisibleText.line(text) + spans.text + VisibleText.line(note)
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var pen = Pen(rect)
    pen.write(lead, leadRole, on: &canvas)
    pen.write(text, role, on: &canvas)
    for span in spans { pen.write(span, on: &canvas) }
    pen.write(note, noteRole, on: &canvas)
  }
}

extension PageLine {
  /// Itself as several lines if need be: what comes last is wrapped beside what stands before it.
  func hanging(columns: Int) -> [PageLine] {
    let before = note.isEmpty ? lead : lead + text
    let indent = min(DisplayWidth.columns(of: VisibleText.line(before)), max(0, columns - 12))
    let wrapped = note.isEmpty ? text : note
    let lines = TextWrapping.lines(of: wrapped, columns: columns - indent)
    return lines.enumerated().map { row, line in
      var new = self
      if row > 0 { (new.lead, new.text) = (String(repeating: " ", count: indent), "") }
      if note.isEmpty { new.text = line } else { new.note = line }
      return new
    }
  }

  /// Says at its end that more follows.
  mutating func noteAtEnd(columns: Int) {
    guard DisplayWidth.columns(of: plain) >= columns else {
      note = " …"
      return
    }
    while var last = spans.popLast() {
      while !last.text.isEmpty, spans.columns + last.columns >= columns { last.text.removeLast() }
      guard last.text.isEmpty else {
        spans.append(last)
        break
      }
    }
    note = "…"
  }
}
