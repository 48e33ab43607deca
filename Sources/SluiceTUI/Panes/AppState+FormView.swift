import Drawing
import SluiceCore

extension AppState {
  func drawForm(_ form: TicketForm, on canvas: inout Canvas) -> Point? {
    let dialog = Dialog(columns: 84, rows: 14, in: dialogArea)
    dialog.draw(title: title(of: form), on: &canvas)
    var cursor: Point?
    var rest = dialog.inside
    for row in TicketForm.Row.allCases {
      let height = row == .description ? rest.rows - 2 : 1
      let (line, below) = rest.dividedTop(max(1, height))
      let point = draw(row, of: form, in: line, on: &canvas)
      if row == form.row { cursor = point }
      rest = below
    }
    drawState(of: form, in: rest, on: &canvas)
    return cursor
  }

  private func title(of form: TicketForm) -> String {
    switch form.purpose {
    case .create(let project): "New ticket in \(project)"
    case .edit(let original): "Edit \(original.key)"
    }
  }

  private func drawState(of form: TicketForm, in rect: Rect, on canvas: inout Canvas) {
    if form.isLeaving {
      canvas.writeLine(
        "Not saved. Esc again throws it away; ^S saves.", in: rect, style: Style(.warning))
    } else if let fault = form.fault {
      let lines = TextWrapping.lines(of: fault, columns: rect.columns, maxLines: rect.rows)
      for (row, line) in lines.enumerated() {
        canvas.writeLine(line, in: rect.line(row), style: Style(.error))
      }
    } else if form.isSaving {
      canvas.writeLine("Saving …", in: rect, style: Style(.dim))
    } else if let note = form.note {
      canvas.writeLine(note, in: rect, style: Style(.message))
    }
  }

  private func draw(
    _ row: TicketForm.Row, of form: TicketForm, in rect: Rect, on canvas: inout Canvas
  ) -> Point {
    let (label, field) = rect.dividedLeft(13)
    let isFocused = row == form.row
    canvas.writeLine(row.name, in: label, style: Style(.fieldName, isFocused ? .focused : []))
    if isFocused {
      canvas.put("▌", at: rect.origin.moved(columns: -1), style: Style(.focusBar))
    }
    switch row {
    case .title: return form.title.draw(in: field, style: Style(.input), on: &canvas)
    case .assignee: return form.assignee.draw(in: field, style: Style(.input), on: &canvas)
    case .labels: return form.labels.draw(in: field, style: Style(.input), on: &canvas)
    case .due: return form.due.draw(in: field, style: Style(.input), on: &canvas)
    case .priority:
      let text = "‹ \(form.priority.mark) \(form.priority.name) ›"
      canvas.writeLine(text, in: field, style: Style(form.priority.role, isFocused ? .focused : []))
    case .description: drawDescription(form.description, isFocused, in: field, on: &canvas)
    }
    return field.origin
  }

  private func drawDescription(
    _ text: String, _ isFocused: Bool, in rect: Rect, on canvas: inout Canvas
  ) {
    guard !text.isEmpty else {
      let style = Style(.inputHint, isFocused ? .focused : [])
      canvas.writeLine("enter opens $EDITOR", in: rect, style: style)
      return
    }
    // What lies far below is not laid out with each key.
    let sight = text.prefix(4 * rect.columns * rect.rows)
    let lines = TextWrapping.lines(of: String(sight), columns: rect.columns, maxLines: rect.rows)
    for (row, line) in lines.enumerated() {
      canvas.writeLine(line, in: rect.line(row), style: .plain)
    }
    if isFocused { canvas.restyle(rect.line(0), adding: .focused) }
  }
}
