import Drawing

extension AppState {
  /// A row of help: a heading, or the entry of that number.
  private enum HelpRow {
    case heading(String)
    case entry(CommandEntry, place: Int)
    case blank
  }

  func drawHelp(_ help: Help, on canvas: inout Canvas) -> Point? {
    let entries = entries(of: help)
    let rows = rows(of: entries)
    let chosen = min(help.selected, entries.count - 1)
    var cursor = drawHelpHeader(help, on: &canvas)
    let body = canvas.bounds.inset(left: 1, top: 1, right: 1, bottom: 1)
    let top = firstRow(of: rows, selected: chosen, rows: body.rows)
    let keyColumns = min(14, body.columns / 3)
    for (row, content) in rows.dropFirst(top).prefix(body.rows).enumerated() {
      let line = body.line(row)
      switch content {
      case .blank: break
      case .heading(let text): canvas.writeLine(text, in: line, style: Style(.paneTitle))
      case .entry(let entry, let place):
        draw(entry, keyColumns: keyColumns, in: line.inset(left: 2), on: &canvas)
        guard place == chosen else { continue }
        canvas.restyle(line.inset(left: 2), adding: .focused)
        canvas.put("▌", at: line.origin.moved(columns: 1), style: Style(.focusBar))
        if help.editor == nil { cursor = line.origin.moved(columns: 2) }
      }
    }
    if entries.isEmpty { canvas.writeLine("Nothing matches.", in: body, style: Style(.dim)) }
    drawHelpFooter(help, on: &canvas)
    return cursor
  }

  private func drawHelpHeader(_ help: Help, on canvas: inout Canvas) -> Point? {
    let header = canvas.bounds.line(0)
    canvas.fill(header, style: Style(.header))
    var pen = Pen(header)
    pen.write(" Sluice · help  ", .headerAccent, on: &canvas)
    if let editor = help.editor {
      pen.write("/ ", .headerAccent, on: &canvas)
      return editor.draw(in: pen.rest, style: Style(.input), on: &canvas)
    }
    let text = help.query.isEmpty ? workplace.title : "/ \(help.query)"
    pen.write(text, .header, on: &canvas)
    return nil
  }

  private func rows(of entries: [CommandEntry]) -> [HelpRow] {
    var rows: [HelpRow] = []
    var former: String?
    for (place, entry) in entries.enumerated() {
      let group =
        entry.obstacle ?? CommandTable.command(named: entry.name)?.group.rawValue ?? "Your own"
      if group != former {
        if former != nil { rows.append(.blank) }
        rows.append(.heading(group))
        former = group
      }
      rows.append(.entry(entry, place: place))
    }
    return rows
  }

  /// The first row in sight, so that the chosen entry is, and its heading if it is the first below one.
  private func firstRow(of rows: [HelpRow], selected: Int, rows room: Int) -> Int {
    let place = rows.firstIndex { row in
      if case .entry(_, selected) = row { true } else { false }
    }
    guard let place else { return 0 }
    return max(0, min(place + 1 + (selected == 0 ? 0 : 1), rows.count) - room)
  }

  private func draw(
    _ entry: CommandEntry, keyColumns: Int, in rect: Rect, on canvas: inout Canvas
  ) {
    let (keys, rest) = rect.dividedLeft(min(keyColumns, rect.columns))
    canvas.writeLine(entry.keys, in: keys, style: Style(.helpKey))
    var pen = Pen(rest.inset(left: 1))
    if rect.columns >= 70 { pen.writeTrailing("  \(entry.name)", .dim, on: &canvas) }
    pen.write(entry.summary, entry.obstacle == nil ? .helpText : .dim, on: &canvas)
  }

  private func drawHelpFooter(_ help: Help, on canvas: inout Canvas) {
    let rect = canvas.bounds.line(size.rows - 1)
    canvas.fill(rect, style: Style(.footerText))
    var pen = Pen(rect)
    let typing = [
      KeyHint("↑↓", "go"), KeyHint("enter", "keep"), KeyHint("esc", "everything"),
    ]
    let hints = [
      keymap.hint(.down, .up, in: .help, "go"), keymap.hint(.runEntry, in: .help, "do it"),
      keymap.hint(.searchHelp, in: .help, "search"), keymap.hint(.back, in: .help, "back"),
      keymap.hint(.palette, in: workplace, "all commands"),
    ].compactMap(\.self)
    pen.write(help.editor == nil ? hints : typing, on: &canvas)
  }
}
