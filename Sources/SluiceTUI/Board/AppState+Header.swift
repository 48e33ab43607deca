import Drawing
import SluiceCore

extension AppState {
  /// Draws the top line; returns the cursor's place while a filter is being typed.
  ///
  /// What the board is gets the room that the filter and the right end leave, the remark what is left then.
  func drawHeader(in rect: Rect, on canvas: inout Canvas) -> Point? {
    canvas.fill(rect, style: Style(.header))
    if case .filter(let prompt) = layers.last {
      return drawTypedFilter(prompt, in: rect, on: &canvas)
    }
    let free =
      rect.columns - HeaderText.columns(of: [connectionText, marksText, who("")]) - filterColumns
      - 1
    let heading = headings.first { HeaderText.columns(of: $0) <= free } ?? leastHeading
    let left = free - HeaderText.columns(of: heading)
    var pen = Pen(rect)
    pen.skip(1)
    for text in [who(remark(columns: left)), connectionText, marksText] {
      pen.writeTrailing(text.text, text.role, on: &canvas)
    }
    for text in heading { pen.write(text.text, text.role, on: &canvas) }
    drawFilter(&pen, on: &canvas)
    return nil
  }

  private func who(_ remark: String) -> HeaderText {
    HeaderText(" \(user)\(remark) ", .header)
  }

  /// The remark behind a name: whole, else up to its first comma, else not at all.
  private func remark(columns: Int) -> String {
    guard !remark.isEmpty else { return "" }
    let texts = [remark, String(remark.prefix { $0 != "," })].map { " · \($0)" }
    return texts.first { HeaderText($0, .header).columns <= columns } ?? ""
  }

  /// How many tickets are marked.
  private var marksText: HeaderText {
    guard !marks.isEmpty else { return HeaderText("", .header) }
    let count =
      switch markedCount {
      case .exactly(let count): String(count)
      case .atLeast(let count): "\(count)+"
      }
    return HeaderText(" ✓ \(count) marked ", .headerAccent)
  }

  var connectionText: HeaderText {
    switch (link, connection) {
    case (.reconnecting, _): HeaderText(" ◌ reconnecting\(limitText) ", .offline)
    case (.offline, _): HeaderText(" ◌ offline\(limitText) ", .offline)
    case (_, .live): HeaderText(isReadOnly ? " ○ read-only " : " ● live ", .live)
    case (_, .broken): HeaderText(" ◌ not reading\(limitText) ", .offline)
    }
  }

  /// What is said besides of a line that is lost: that nothing can be changed, or what has yet to be sent.
  private var limitText: String { isReadOnly ? ", read-only" : unsentText }

  /// How many changes wait for the line.
  private var unsentText: String {
    unsent == 0 ? "" : ", \(unsent) unsent"
  }

  private var projectKey: HeaderText { HeaderText(board.project.key.text, .headerAccent) }

  /// What the board is, from all that can be said to the least.
  private var headings: [[HeaderText]] {
    let brand = HeaderText("Sluice  ", .headerAccent)
    let name = HeaderText(" \(board.project.name) ", .header)
    let workflow = HeaderText("  \(board.workflow.name)", .header)
    let mode = HeaderText(" · \(board.workflow.enforcement.rawValue)", .header)
    return [
      [brand, projectKey, name, workflow, mode], [projectKey, name, workflow, mode],
      [projectKey, workflow, mode], [projectKey, workflow],
    ]
  }

  /// What is cut off where nothing fits.
  private var leastHeading: [HeaderText] {
    filterColumns == 0
      ? [projectKey, HeaderText("  \(board.workflow.name)", .header)] : [projectKey]
  }

  /// How much room the filter wants.
  private var filterColumns: Int {
    guard !board.filterText.isEmpty else { return 0 }
    return HeaderText("   / \(board.filterText)  \(filterTally)", .header).columns
  }

  /// The tally is always told; the text of the filter has the room before it.
  private func drawFilter(_ pen: inout Pen, on canvas: inout Canvas) {
    guard !board.filterText.isEmpty else { return }
    let tally = HeaderText("  \(filterTally)", .headerDim)
    let room = pen.rest.columns - tally.columns
    if room > 6 { pen.write("   / \(board.filterText)", .headerAccent, atMost: room, on: &canvas) }
    pen.write(tally.text, tally.role, on: &canvas)
  }
}

extension AppState {
  /// The part of the top line in which a filter is typed.
  func filterLine(_ prompt: FilterPrompt) -> Rect {
    typedFilter(prompt, in: layout.header).line
  }

  /// What stands around a filter that is being typed: what there is room for beside it, and the tally always.
  private func typedFilter(
    _ prompt: FilterPrompt, in rect: Rect
  ) -> (heading: [HeaderText], trailing: [HeaderText], line: Rect) {
    let tally = HeaderText("  \(filterTally) ", .headerDim)
    let wanted = max(20, DisplayWidth.columns(of: VisibleText.line(prompt.editor.text)) + 1)
    let sides = [([connectionText, who("")], headings + [leastHeading]), ([], [[]])]
    for (trailing, headings) in sides {
      for heading in headings {
        let before = 1 + HeaderText.columns(of: heading) + (heading.isEmpty ? 2 : 5)
        let after = HeaderText.columns(of: trailing) + tally.columns
        guard before + wanted + after <= rect.columns || heading.isEmpty else { continue }
        let line = rect.inset(left: before, right: after)
        return (heading, trailing.reversed() + [tally], line)
      }
    }
    return ([], [tally], rect)
  }

  private func drawTypedFilter(
    _ prompt: FilterPrompt, in rect: Rect, on canvas: inout Canvas
  ) -> Point {
    let parts = typedFilter(prompt, in: rect)
    var pen = Pen(rect)
    pen.skip(1)
    for text in parts.trailing { pen.writeTrailing(text.text, text.role, on: &canvas) }
    for text in parts.heading { pen.write(text.text, text.role, on: &canvas) }
    pen.write(parts.heading.isEmpty ? "/ " : "   / ", .headerAccent, on: &canvas)
    return drawFilterLine(prompt, in: parts.line, on: &canvas)
  }
}

/// A part of the top line.
struct HeaderText {
  let text: String
  let role: Role

  fileprivate init(_ text: String, _ role: Role) {
    self.text = text
    self.role = role
  }

  fileprivate var columns: Int { DisplayWidth.columns(of: VisibleText.line(text)) }

  fileprivate static func columns(of texts: [HeaderText]) -> Int {
    texts.reduce(0) { $0 + $1.columns }
  }
}
