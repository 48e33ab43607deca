import Drawing
import SluiceCore

extension FirstRun {
  func frame(size: Size) -> Frame {
    var canvas = Canvas(size: size)
    let header = canvas.bounds.line(0)
    canvas.fill(header, style: Style(.header))
    canvas.writeLine(" Sluice", in: header, style: Style(.headerAccent))
    // Where there is little room, a fault stands in the place of the welcome.
    let isTight = size.rows < 18
    var rest = canvas.bounds.inset(left: 2, top: isTight ? 1 : 2, right: 2, bottom: 1)
    if isTight, let fault {
      add(fault, .error, &rest, &canvas)
    } else {
      add(Self.welcome, .plain, &rest, &canvas)
    }
    add("It will be kept in \(place)", .dim, &rest, &canvas)
    rest = rest.dividedTop(isTight ? 0 : 1).rest
    var cursor = Point.zero
    for row in Row.allCases {
      let point = draw(row, in: rest.line(0), &canvas)
      if row == self.row { cursor = point }
      rest = rest.dividedTop(row == .workflow && !isTight ? 2 : 1).rest
    }
    rest = rest.dividedTop(1).rest
    if !isTight, let fault { add(fault, .error, &rest, &canvas) }
    let footer = canvas.bounds.line(size.rows - 1)
    canvas.fill(footer, style: Style(.footerText))
    canvas.writeLine(
      " tab next  enter choose  esc leave", in: footer, style: Style(.footerText))
    return Frame(canvas, cursorWithin: cursor)
  }

  private static let welcome = "There is no board yet. Make a first project, or look at the demo."

  private func add(_ text: String, _ role: Role, _ rest: inout Rect, _ canvas: inout Canvas) {
    for line in TextWrapping.lines(of: text, columns: rest.columns, maxLines: 3) {
      canvas.writeLine(line, in: rest, style: Style(role))
      rest = rest.dividedTop(1).rest
    }
  }

  private func draw(_ row: Row, in rect: Rect, _ canvas: inout Canvas) -> Point {
    let focus: Overlay = row == self.row ? .focused : []
    if row == self.row {
      canvas.put("▌", at: rect.origin.moved(columns: -1), style: Style(.focusBar))
    }
    let (label, field) = rect.dividedLeft(12)
    switch row {
    case .key:
      canvas.writeLine("Key", in: label, style: Style(.fieldName, focus))
      let point = key.draw(in: field.dividedLeft(12).part, style: Style(.input), on: &canvas)
      canvas.writeLine(
        "begins the tickets' keys: OPS-42", in: field.dividedLeft(14).rest, style: Style(.dim))
      return point
    case .name:
      canvas.writeLine("Name", in: label, style: Style(.fieldName, focus))
      return name.draw(in: field.dividedLeft(40).part, style: Style(.input), on: &canvas)
    case .workflow:
      canvas.writeLine("Workflow", in: label, style: Style(.fieldName, focus))
      let draft = WorkflowDraft.templates[template]
      let text = "‹ \(draft.name) ›  \(draft.statuses.map(\.name).joined(separator: ", "))"
      canvas.writeLine(text, in: field, style: Style(.plain))
      return field.origin
    case .create: canvas.writeLine("[ Create the project ]", in: rect, style: Style(.strong, focus))
    case .demo: canvas.writeLine("[ Look at the demo ]", in: rect, style: Style(.strong, focus))
    }
    return rect.origin
  }
}
