import Drawing
import SluiceCore

/// The keys that decide about a ticket, line by line.
struct TriageChoices: Equatable {
  /// One key and what it does.
  struct Cell: Equatable {
    let key: String
    let text: String
    var role = Role.plain
    /// Why it cannot be done now.
    var reason = ""

    var columns: Int { DisplayWidth.columns(of: VisibleText.line(whole)) }

    private var whole: String { "\(key) \(text)" + (reason.isEmpty ? "" : "  \(reason)") }
  }

  struct Line: Equatable {
    var cells: [Cell]
    var label = ""
    /// The width of a cell is a multiple of it.
    let step: Int
  }

  let lines: [Line]

  /// The width of a cell where there is room.
  static let step = 16
  /// Where what a line is about stands.
  private static let labelColumn = 48

  /// Keys that belong together.
  struct Group {
    let cells: [Cell]
    /// What they are about.
    var label = ""
    var step = TriageChoices.step
  }

  /// Lays groups of keys out; a group goes on in further lines.
  init(_ groups: [Group], columns: Int) {
    lines = groups.flatMap { group in
      Self.lines(group.cells, group.label, columns: columns, step: group.step)
    }
  }

  /// Lays each group out in one line as tight as it goes; what does not fit is left out.
  init(tight groups: [[Cell]], columns: Int) {
    lines = groups.map { cells in
      Self.lines(cells, "", columns: columns, step: 1).first ?? Line(cells: [], step: 1)
    }
  }

  private static func lines(
    _ cells: [Cell], _ label: String, columns: Int, step: Int
  ) -> [Line] {
    let room = label.isEmpty ? columns : min(columns, labelColumn)
    var lines = [Line(cells: [], label: label, step: step)]
    var used = 0
    for cell in cells {
      let width = cell.width(step: step)
      if used + width > room + step, !lines[lines.count - 1].cells.isEmpty {
        lines.append(Line(cells: [], step: step))
        used = 0
      }
      lines[lines.count - 1].cells.append(cell)
      used += width
    }
    return lines
  }

  func draw(in rect: Rect, on canvas: inout Canvas) {
    for (row, line) in lines.prefix(rect.rows).enumerated() {
      Self.draw(line, in: rect.line(row), on: &canvas)
    }
  }

  private static func draw(_ line: Line, in rect: Rect, on canvas: inout Canvas) {
    var pen = Pen(rect)
    var used = 0
    for cell in line.cells {
      pen.write(cell.key, .footerKey, on: &canvas)
      pen.write(" \(cell.text)", cell.role, on: &canvas)
      if !cell.reason.isEmpty { pen.write("  \(cell.reason)", .reason, on: &canvas) }
      let width = cell.width(step: line.step)
      pen.skip(width - cell.columns)
      used += width
    }
    guard !line.label.isEmpty else { return }
    pen.skip(max(0, labelColumn - used))
    pen.write(line.label, .dim, on: &canvas)
  }
}

extension TriageChoices.Cell {
  /// The columns that it takes with the blanks behind it.
  fileprivate func width(step: Int) -> Int {
    step == 1 ? columns + 2 : (columns + 1 + step) / step * step
  }
}

extension Keymap {
  /// A command of triage by the key that calls it; `nil` if none does.
  func choice(_ command: CommandID, _ text: String, variant: Int = 0) -> TriageChoices.Cell? {
    let keys = keys(of: command, in: .triage)
    guard keys.indices.contains(variant) else { return nil }
    return TriageChoices.Cell(key: keys[variant].shown, text: text)
  }
}
