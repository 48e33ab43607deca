import Drawing
import SluiceCore

extension AppState {
  /// How many tickets the filter lets through, of how many: `9 of 27`, `9… of 27` while it is counted, and
  /// `– of 27` while what is typed has faults.
  var filterTally: String {
    let shown = board.columns.reduce(0) { $0 + $1.count.value }
    // The totals, which limits are held against, leave out tickets of other workflows.
    let total = max(shown, board.columns.reduce(0) { $0 + $1.total })
    if case .filter(let prompt) = layers.last, !faults(of: prompt).isEmpty {
      return "– of \(total)"
    }
    let isExact = board.columns.allSatisfy { $0.count == .exactly($0.count.value) }
    return "\(shown)\(isExact ? "" : "…") of \(total)"
  }

  /// Draws the line of a filter that is being typed, its faults in a style of their own, and tells where the cursor is.
  func drawFilterLine(_ prompt: FilterPrompt, in rect: Rect, on canvas: inout Canvas) -> Point {
    let cursor = prompt.editor.draw(in: rect, style: Style(.input), on: &canvas)
    for fault in faults(of: prompt) {
      guard let place = prompt.editor.place(of: fault.range, in: rect) else { continue }
      canvas.restyle(place, style: Style(.error))
    }
    return cursor
  }

  /// Draws below the line what could be typed next, or what is wrong.
  func drawFilterList(_ prompt: FilterPrompt, on canvas: inout Canvas) {
    let line = filterLine(prompt)
    if let fault = faults(of: prompt).first {
      return draw(fault, of: prompt, below: line, on: &canvas)
    }
    let completion = completion(of: prompt)
    guard !completion.candidates.isEmpty else { return }
    let shown = list(completion, prompt)
    let width = shown.columns
    let place = prompt.editor.place(
      of: completion.range.lowerBound..<completion.range.lowerBound, in: line)
    let left = min(place?.left ?? line.left, max(0, size.columns - width - 2))
    let rows = min(shown.items.count, max(1, min(10, size.rows - 6)))
    let top = max(0, (prompt.selected ?? 0) - rows + 1)
    for (row, item) in shown.items.dropFirst(top).prefix(rows).enumerated() {
      let rect = Rect(
        left: left, top: line.top + 1 + row, columns: min(width + 2, size.columns), rows: 1)
      canvas.fill(rect, style: Style(.input))
      var pen = Pen(rect)
      pen.write(top + row == prompt.selected ? "▌" : " ", .focusBar, on: &canvas)
      pen.write(item.text, .input, on: &canvas)
      pen.skip(
        max(0, shown.textColumns + 2 - DisplayWidth.columns(of: VisibleText.line(item.text))))
      pen.write(item.detail, .inputHint, on: &canvas)
      if top + row == prompt.selected { canvas.restyle(rect, adding: .focused) }
    }
  }

  private struct FilterList {
    let items: [FilterCompletion.Candidate]
    let textColumns: Int
    let columns: Int
  }

  private func list(_ completion: FilterCompletion, _ prompt: FilterPrompt) -> FilterList {
    let items = completion.candidates
    let texts = items.map { DisplayWidth.columns(of: VisibleText.line($0.text)) }.max() ?? 0
    let details = items.map { DisplayWidth.columns(of: VisibleText.line($0.detail)) }.max() ?? 0
    return FilterList(
      items: items, textColumns: texts,
      columns: min(size.columns - 2, texts + (details > 0 ? details + 2 : 0)))
  }

  /// Marks the place of a fault and says what was expected there.
  private func draw(
    _ fault: FilterFault, of prompt: FilterPrompt, below line: Rect, on canvas: inout Canvas
  ) {
    let place = prompt.editor.place(of: fault.range, in: line) ?? line.dividedLeft(1).part
    let lines = TextWrapping.lines(of: fault.message, columns: size.columns - 2, maxLines: 3)
    let marks = Rect(left: 0, top: line.top + 1, columns: size.columns, rows: 1)
    let room = size.columns - place.right - 2
    let isBeside = lines.count == 1 && DisplayWidth.columns(of: lines[0]) <= room
    canvas.fill(marks, style: Style(.error))
    canvas.fill(
      Rect(left: place.left, top: marks.top, columns: max(1, place.columns), rows: 1), with: "^",
      style: Style(.error))
    for (row, text) in lines.enumerated() {
      let rect =
        isBeside
        ? marks.dividedLeft(place.left + max(1, place.columns) + 1).rest
        : Rect(left: 0, top: marks.top + 1 + row, columns: size.columns, rows: 1)
      canvas.fill(rect, style: Style(.error))
      canvas.writeLine(text, in: isBeside ? rect : rect.inset(left: 1), style: Style(.error))
    }
  }
}

extension LineEditor {
  /// Where characters are drawn within a line that `draw` fills; `nil` if they are out of sight.
  func place(of range: Range<Int>, in rect: Rect) -> Rect? {
    let start = firstInSight(columns: rect.columns)
    let left = rect.left + (start > 0 && rect.columns > 1 ? 1 : 0)
    let from = max(range.lowerBound, start)
    guard from <= characters.count, range.upperBound >= start else { return nil }
    let offset = columns(from: start, to: from)
    let width = columns(from: from, to: max(from, min(range.upperBound, characters.count)))
    guard left + offset < rect.right else { return nil }
    return Rect(
      left: left + offset, top: rect.top, columns: min(width, rect.right - left - offset), rows: 1)
  }
}
