import Drawing

extension AppState {
  func drawPalette(_ palette: CommandPalette, on canvas: inout Canvas) -> Point? {
    let dialog = Dialog(columns: 92, rows: 16, in: dialogArea)
    dialog.draw(title: title(of: palette), on: &canvas)
    let (input, rows) = dialog.inside.dividedTop(1)
    let list = rows.dividedLeft(2).rest
    if palette.command == nil {
      let entries = matches(of: palette)
      let chosen = min(palette.selected, max(0, entries.count - 1))
      let top = max(0, chosen - list.rows + 1)
      let room = min(18, list.columns / 2)
      for (row, entry) in entries.dropFirst(top).prefix(list.rows).enumerated() {
        draw(entry, nameColumns: room, in: list.line(row), on: &canvas)
      }
      mark(chosen - top, of: entries.count, in: list, on: &canvas)
    } else {
      let items = items(of: palette)
      let chosen = min(palette.selected, max(0, items.count - 1))
      let top = max(0, chosen - list.rows + 1)
      for (row, item) in items.dropFirst(top).prefix(list.rows).enumerated() {
        canvas.writeLine(item.text, in: list.line(row), style: .plain)
      }
      if items.isEmpty {
        let name = palette.command?.argument?.name ?? ""
        canvas.writeLine(
          "enter does it with what is typed: \(name)", in: list.line(0), style: Style(.dim))
      } else {
        mark(chosen - top, of: items.count, in: list, on: &canvas)
      }
    }
    let (sign, line) = input.dividedLeft(2)
    canvas.writeLine("›", in: sign, style: Style(.footerKey))
    return palette.editor.draw(in: line, style: Style(.input), on: &canvas)
  }

  private func title(of palette: CommandPalette) -> String {
    guard let command = palette.command else { return "Commands" }
    return "\(command.name) \(command.argument?.name ?? "")"
  }

  private func draw(
    _ entry: CommandEntry, nameColumns: Int, in rect: Rect, on canvas: inout Canvas
  ) {
    var pen = Pen(rect)
    pen.writeTrailing(entry.keys.isEmpty ? "" : " \(entry.keys)", .helpKey, on: &canvas)
    let name = pen.rest.dividedLeft(min(nameColumns, pen.rest.columns)).part
    let isDim = entry.obstacle != nil
    canvas.writeLine(entry.name, in: name, style: Style(isDim ? .dim : .strong))
    pen.skip(nameColumns + 1)
    pen.write(entry.obstacle ?? entry.summary, isDim ? .dim : .plain, on: &canvas)
  }

  private func mark(_ row: Int, of count: Int, in list: Rect, on canvas: inout Canvas) {
    guard count > 0 else {
      canvas.writeLine("Nothing matches.", in: list.line(0), style: Style(.dim))
      return
    }
    let line = list.line(row)
    canvas.restyle(line, adding: .focused)
    canvas.put("▌", at: line.origin.moved(columns: -1), style: Style(.focusBar))
  }
}
