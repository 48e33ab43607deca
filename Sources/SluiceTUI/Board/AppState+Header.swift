import Drawing
import SluiceCore

extension AppState {
  /// Draws the top line; returns the cursor's place while a filter is being typed.
  ///
  /// What the board is gets the room that the filter and the right end leave, the remark what is left then.
  func drawHeader(in rect: Rect, on canvas: inout Canvas) -> Point? {
    canvas.fill(rect, style: Style(.header))
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
    return drawFilter(&pen, on: &canvas)
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
    case (.reconnecting, _): HeaderText(" ◌ reconnecting\(unsentText) ", .offline)
    case (.offline, _): HeaderText(" ◌ offline\(unsentText) ", .offline)
    case (_, .live): HeaderText(" ● live ", .live)
    case (_, .broken): HeaderText(" ◌ not reading ", .offline)
    }
  }

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
    if case .filter(let editor, _) = layers.last {
      return 5 + max(20, DisplayWidth.columns(of: VisibleText.line(editor.text)) + 1)
    }
    guard !board.filterText.isEmpty else { return 0 }
    return HeaderText("   / \(board.filterText)  \(filterTally)", .header).columns
  }

  private func drawFilter(_ pen: inout Pen, on canvas: inout Canvas) -> Point? {
    if case .filter(let editor, _) = layers.last {
      pen.write("   / ", .headerAccent, on: &canvas)
      return editor.draw(in: pen.rest, style: Style(.input), on: &canvas)
    }
    if !board.filterText.isEmpty {
      pen.write("   / \(board.filterText)", .headerAccent, on: &canvas)
      pen.writeWhole("  \(filterTally)", .headerDim, on: &canvas)
    }
    return nil
  }

  /// How many tickets the filter lets through, of how many: `9 of 27`.
  private var filterTally: String {
    let shown = board.columns.reduce(0) { $0 + $1.count.value }
    let total = board.columns.reduce(0) { $0 + $1.total }
    let isExact = board.columns.allSatisfy { $0.count == .exactly($0.count.value) }
    return "\(isExact ? "" : "at least ")\(shown) of \(total)"
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
