import Drawing
import SluiceCore

extension AppState {
  func drawPrompt(_ prompt: Prompt, on canvas: inout Canvas) -> Point? {
    let area = dialogArea
    let columns = min(72, area.columns - 4)
    let said = prompt.fault ?? prompt.note
    let role: Role = prompt.fault == nil ? .message : .error
    let faults = said.map { TextWrapping.lines(of: $0, columns: columns, maxLines: 3) } ?? []
    let dialog = Dialog(columns: columns, rows: 1 + faults.count, in: area)
    dialog.draw(title: prompt.question, on: &canvas)
    for (row, fault) in faults.enumerated() {
      canvas.writeLine(fault, in: dialog.inside.line(row + 1), style: Style(role))
    }
    return drawInput(prompt.editor, in: dialog.inside.line(0), on: &canvas)
  }

  func drawPicker(_ picker: Picker, on canvas: inout Canvas) -> Point? {
    let shown = picker.shown
    let dialog = Dialog(columns: 48, rows: min(14, max(2, shown.count + 1)), in: dialogArea)
    dialog.draw(title: picker.title, on: &canvas)
    let (input, rows) = dialog.inside.dividedTop(1)
    let list = rows.dividedLeft(2).rest
    let top = max(0, picker.selected - list.rows + 1)
    for (row, item) in shown.dropFirst(top).prefix(list.rows).enumerated() {
      let line = list.line(row)
      var pen = Pen(line)
      if picker.showsMarks {
        pen.write(picker.marked.contains(item.value) ? "[x] " : "[ ] ", .plain, on: &canvas)
      }
      // The name is told before what it means.
      let room =
        pen.rest.columns
        - min(pen.rest.columns, DisplayWidth.columns(of: VisibleText.line(item.text)) + 2)
      if room > 0 { pen.writeTrailing(item.detail, .dim, atMost: room, on: &canvas) }
      pen.write(item.text, .plain, on: &canvas)
      if top + row == picker.selected {
        canvas.restyle(line, adding: .focused)
        canvas.put("▌", at: line.origin.moved(columns: -1), style: Style(.focusBar))
      }
    }
    if shown.isEmpty {
      canvas.writeLine("Nothing matches.", in: list.line(0), style: Style(.dim))
    }
    return drawInput(picker.editor, in: input, on: &canvas)
  }

  private func drawInput(
    _ editor: LineEditor, in rect: Rect, on canvas: inout Canvas
  ) -> Point {
    let (sign, line) = rect.dividedLeft(2)
    canvas.writeLine("›", in: sign, style: Style(.footerKey))
    return editor.draw(in: line, style: Style(.input), on: &canvas)
  }
}

extension Picker {
  /// Whether several items can be chosen.
  var showsMarks: Bool {
    if case .labels = purpose { return true }
    return false
  }
}
