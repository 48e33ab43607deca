import Drawing

/// One line of a page that scrolls: a text, perhaps with a heading before it.
struct PageLine: Equatable {
  var lead = ""
  var leadRole = Role.dim
  var text = ""
  var role = Role.plain

  func draw(in rect: Rect, on canvas: inout Canvas) {
    var pen = Pen(rect)
    pen.write(lead, leadRole, on: &canvas)
    pen.write(text, role, on: &canvas)
  }
}
