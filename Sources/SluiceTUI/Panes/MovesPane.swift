import Drawing
import SluiceCore

/// Lists where a ticket can go, with the key that takes it there and what stands in the way.
struct MovesPane {
  let options: [MoveOption]
  /// The columns that the names of statuses take.
  private let nameColumns: Int

  init(options: [MoveOption]) {
    self.options = options
    nameColumns = min(16, options.map { DisplayWidth.columns(of: $0.status.name) }.max() ?? 0)
  }

  /// How many rows the list takes.
  var rows: Int { max(1, options.count) }

  /// Draws the list, or that it is not known yet.
  static func draw(_ pane: MovesPane?, in rect: Rect, on canvas: inout Canvas) {
    guard let pane else {
      canvas.writeLine("Reading …", in: rect, style: Style(.dim))
      return
    }
    pane.draw(in: rect, on: &canvas)
  }

  private func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !options.isEmpty else {
      canvas.writeLine("Nothing leads out of here.", in: rect, style: Style(.dim))
      return
    }
    for (row, option) in options.prefix(rect.rows).enumerated() {
      draw(option, in: rect.line(row), on: &canvas)
    }
  }

  private func draw(_ option: MoveOption, in rect: Rect, on canvas: inout Canvas) {
    let line = line(option, columns: rect.columns)
    var pen = Pen(rect)
    pen.write(String(line.lead.prefix(1)), .moveNumber, on: &canvas)
    pen.write(String(line.lead.dropFirst()), .dim, on: &canvas)
    pen.write(line.text, line.role, on: &canvas)
    pen.write(line.note, line.noteRole, on: &canvas)
  }

  /// An option in words: the key and the direction, the status, and what stands in the way.
  func line(_ option: MoveOption, columns: Int) -> PageLine {
    let arrow = option.number == nil ? " " : option.direction == .forward ? "→" : "←"
    return PageLine(
      lead: "\(option.number.map(String.init) ?? "·") \(arrow) ", leadRole: .moveNumber,
      text: padded(option.status.name) + "  ",
      role: option.verdict.isAllowed ? .moveAllowed : .moveBlocked,
      note: note(option, isTerse: columns < 60),
      noteRole: option.reason == nil ? .warning : .reason)
  }

  /// Why not, or what else there is to know; a way round goes before a reason where there is little room.
  private func note(_ option: MoveOption, isTerse: Bool) -> String {
    guard let reason = option.reason else { return option.warning == nil ? "" : "with a warning" }
    guard option.number == nil, let path = option.path, path.count > 1 else { return reason }
    let names = path.map { step in
      options.first { $0.status.id == step.to }?.status.name ?? ""
    }
    if isTerse { return "via " + names.dropLast().joined(separator: ", ") }
    return "\(reason): via \(names.joined(separator: " → "))"
  }

  private func padded(_ name: String) -> String {
    let missing = nameColumns - DisplayWidth.columns(of: name)
    return name + String(repeating: " ", count: max(0, missing))
  }
}
