import Drawing

/// The help page, made from the table of commands and the keys in force.
struct HelpPage {
  let keymap: Keymap

  init(_ keymap: Keymap) {
    self.keymap = keymap
  }

  /// The whole page; in two columns of groups where there is room.
  func lines(columns: Int) -> [[PageLine]] {
    let groups = Command.Group.allCases.map(lines(of:))
    guard columns >= 100 else { return groups.flatMap { $0 }.map { [$0] } }
    let half = groups.reduce(0) { $0 + $1.count } / 2
    var left: [PageLine] = []
    var right: [PageLine] = []
    for group in groups {
      if left.count + group.count / 2 <= half { left += group } else { right += group }
    }
    return (0..<max(left.count, right.count)).map { row in
      [left, right].map { $0.indices.contains(row) ? $0[row] : PageLine() }
    }
  }

  /// The first line in sight when the page is scrolled to its end.
  func lastTop(in size: Size) -> Int {
    max(0, lines(columns: size.columns).count - max(1, size.rows - 2))
  }

  private func lines(of group: Command.Group) -> [PageLine] {
    let rows = CommandTable.all.filter { $0.group == group }.map { command in
      let keys = keymap.list(of: command)
      let gap = String(repeating: " ", count: max(1, 10 - DisplayWidth.columns(of: keys)))
      return PageLine(
        lead: "  \(keys)\(gap)", leadRole: .helpKey, text: command.summary, role: .helpText)
    }
    return [PageLine(lead: group.rawValue, leadRole: .paneTitle)] + rows + [PageLine()]
  }

  func draw(top: Int, size: Size, on canvas: inout Canvas) -> Point? {
    let header = canvas.bounds.line(0)
    canvas.fill(header, style: Style(.header))
    canvas.writeLine(" Sluice · help", in: header, style: Style(.headerAccent))
    let body = canvas.bounds.inset(left: 1, top: 1, right: 1, bottom: 1)
    let all = lines(columns: size.columns)
    for (row, cells) in all.dropFirst(min(top, lastTop(in: size))).prefix(body.rows).enumerated() {
      let width = body.columns / max(1, cells.count)
      for (index, cell) in cells.enumerated() {
        let part = Rect(
          left: body.left + index * width, top: body.top + row, columns: width - 1, rows: 1)
        cell.draw(in: part, on: &canvas)
      }
    }
    let footer = canvas.bounds.line(size.rows - 1)
    canvas.fill(footer, style: Style(.footerText))
    canvas.writeLine(" jk scroll   any other key goes back", in: footer, style: Style(.footerText))
    return body.origin
  }
}
