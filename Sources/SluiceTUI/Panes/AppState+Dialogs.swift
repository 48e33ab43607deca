import Drawing
import SluiceCore

extension AppState {
  func drawPrompt(_ prompt: Prompt, on canvas: inout Canvas) -> Point? {
    let dialog = Dialog(columns: 72, rows: prompt.fault == nil ? 1 : 2, in: size)
    let hint = prompt.allowsEditor ? "enter saves  ^X editor  esc" : "enter saves  esc"
    dialog.draw(title: prompt.question, hint: hint, on: &canvas)
    if let fault = prompt.fault {
      canvas.writeLine(fault, in: dialog.inside.line(1), style: Style(.error))
    }
    return drawInput(prompt.editor, in: dialog.inside.line(0), on: &canvas)
  }

  func drawPicker(_ picker: Picker, on canvas: inout Canvas) -> Point? {
    let shown = picker.shown
    let dialog = Dialog(columns: 48, rows: min(14, max(2, shown.count + 1)), in: size)
    dialog.draw(title: picker.title, hint: hint(for: picker), on: &canvas)
    let (input, list) = dialog.inside.dividedTop(1)
    let top = max(0, picker.selected - list.rows + 1)
    for (row, item) in shown.dropFirst(top).prefix(list.rows).enumerated() {
      let line = list.line(row)
      var pen = Pen(line)
      if picker.showsMarks {
        pen.write(picker.marked.contains(item.value) ? "[x] " : "[ ] ", .plain, on: &canvas)
      }
      pen.writeTrailing(item.detail, .dim, on: &canvas)
      pen.write(item.text, .plain, on: &canvas)
      if top + row == picker.selected { canvas.restyle(line, adding: .focused) }
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

  private func hint(for picker: Picker) -> String {
    if case .labels = picker.purpose { return "type to find  enter on/off  esc done" }
    return "type to find  enter takes  esc"
  }
}

extension Picker {
  /// Whether several items can be chosen.
  var showsMarks: Bool {
    if case .labels = purpose { return true }
    return false
  }
}
