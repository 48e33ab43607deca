import Drawing
import SluiceCore

/// Lists where a ticket can go, with the key that takes it there and what stands in the way.
struct MovesPane {
  let options: [MoveOption]

  /// How many rows the list takes at a width.
  func rows(columns: Int) -> Int {
    max(1, options.reduce(0) { $0 + rowCount(of: $1, columns: columns) })
  }

  /// A path of several steps stands on a row of its own where it does not fit beside the reason.
  private func rowCount(of option: MoveOption, columns: Int) -> Int {
    option.number == nil && option.path != nil && columns < 60 ? 2 : 1
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !options.isEmpty else {
      canvas.writeLine("Nothing leads out of here.", in: rect, style: Style(.dim))
      return
    }
    var rest = rect
    for option in options where !rest.isEmpty {
      draw(option, in: rest, on: &canvas)
      rest = rest.dividedTop(rowCount(of: option, columns: rect.columns)).rest
    }
  }

  private func draw(_ option: MoveOption, in rect: Rect, on canvas: inout Canvas) {
    let isOpen = option.verdict.isAllowed
    var pen = Pen(rect)
    pen.write(option.number.map(String.init) ?? "·", .moveNumber, on: &canvas)
    let arrow = option.number == nil ? " " : option.direction == .forward ? "→" : "←"
    pen.write(" \(arrow) ", .dim, on: &canvas)
    pen.write(padded(option.status.name), isOpen ? .moveAllowed : .moveBlocked, on: &canvas)
    pen.write("  ", .plain, on: &canvas)
    pen.write(note(option), option.reason == nil ? .warning : .reason, on: &canvas)
    guard option.number == nil, let path = pathText(option) else { return }
    if rowCount(of: option, columns: rect.columns) == 1 {
      pen.write(": \(path)", .dim, on: &canvas)
    } else {
      canvas.writeLine("    \(path)", in: rect.line(1), style: Style(.dim))
    }
  }

  private func note(_ option: MoveOption) -> String {
    option.reason ?? (option.warning == nil ? "" : "with a warning")
  }

  private func pathText(_ option: MoveOption) -> String? {
    guard let path = option.path, path.count > 1 else { return nil }
    return "by " + path.compactMap { step in name(of: step.to) }.joined(separator: " → ")
  }

  private func name(of status: Status.ID) -> String? {
    options.first { $0.status.id == status }?.status.name
  }

  private func padded(_ name: String) -> String {
    let widest = min(16, options.map { DisplayWidth.columns(of: $0.status.name) }.max() ?? 0)
    return name + String(repeating: " ", count: max(0, widest - DisplayWidth.columns(of: name)))
  }
}
