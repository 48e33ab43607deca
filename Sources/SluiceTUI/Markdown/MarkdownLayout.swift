import Drawing
import Markdown

/// Lays a document out as lines of a given width.
///
/// Nothing is told by colour alone: headings keep their `#`, code its backticks or a bar at its left,
/// quotations their `>`, struck text its `~~`; strong and emphasised text have attributes. All text is made
/// visible on its way.
struct MarkdownLayout {
  /// What is laid out for less room than this stands without what would indent it further.
  private static let least = 12

  let columns: Int

  /// The lines of a text, without blank ones at its ends.
  static func lines(of text: String, columns: Int) -> [PageLine] {
    MarkdownLayout(columns: columns).lines(of: Document(text).blocks).map { PageLine(spans: $0) }
  }

  func lines(of blocks: [Block], inItem: Bool = false) -> [[TextSpan]] {
    var lines: [[TextSpan]] = []
    var former: Block?
    for block in blocks {
      if let former, !Self.standsTogether(former, block, inItem) { lines.append([]) }
      lines += self.lines(of: block)
      former = block
    }
    return lines
  }

  /// Whether no blank line is needed between two blocks.
  private static func standsTogether(_ one: Block, _ next: Block, _ inItem: Bool) -> Bool {
    switch (one, next) {
    case (.definition, .definition), (.html, .html): true
    case (.paragraph, .list): inItem
    default: false
    }
  }

  private func lines(of block: Block) -> [[TextSpan]] {
    switch block {
    case .paragraph(let parts): return wrapped(InlineSpans.of(parts))
    case .heading(let level, let parts):
      let mark = String(repeating: "#", count: level) + " "
      return prefixed(mark, Style(.heading)) { inner in
        inner.wrapped(InlineSpans.of(parts, Style(.heading)))
      }
    case .code(let text, let language): return lines(ofCode: text, language)
    case .quote(let blocks):
      return prefixed("> ", rest: "> ", Style(.quote)) { inner in inner.lines(of: blocks) }
    case .list(let list): return lines(of: list)
    case .table(let table): return lines(of: table)
    case .html(let text): return wrapped([TextSpan(VisibleText.paragraphs(text), .dim)])
    case .rule: return [[TextSpan(String(repeating: "─", count: min(columns, 40)), .border)]]
    case .definition(let it):
      let title = it.title.map { " “\($0)”" } ?? ""
      let text = VisibleText.line("[\(it.label)]: \(it.address)\(title)")
      return wrapped([TextSpan(text, .dim)])
    }
  }

  func wrapped(_ spans: [TextSpan]) -> [[TextSpan]] {
    SpanBreaker.lines(of: spans, columns: columns)
  }

  /// Lays something out behind a mark; lines below the first begin with `rest`, or as many blanks.
  func prefixed(
    _ mark: String, rest: String? = nil, _ style: Style,
    _ layOut: (MarkdownLayout) -> [[TextSpan]]
  ) -> [[TextSpan]] {
    let width = DisplayWidth.columns(of: mark)
    guard columns - width >= Self.least else {
      return [[TextSpan(mark, style)]] + layOut(self)
    }
    let below = rest ?? String(repeating: " ", count: width)
    let lines = layOut(MarkdownLayout(columns: columns - width))
    return (lines.isEmpty ? [[]] : lines).enumerated().map { row, line in
      if row > 0, line.isEmpty, rest == nil { return line }
      return [TextSpan(row == 0 ? mark : below, style)] + line
    }
  }

  /// Code with a bar at its left; the bar is broken where a line goes on.
  private func lines(ofCode text: String, _ language: String) -> [[TextSpan]] {
    let bar = Style(.border)
    let room = max(1, columns - 2)
    let head = language.isEmpty ? [] : wrapped([TextSpan(VisibleText.line(language), .dim)])
    let lines = VisibleText.paragraphs(text).split(
      separator: "\n", omittingEmptySubsequences: false)
    return head.map { [TextSpan("┌ ", bar)] + $0 }
      + lines.flatMap { line in
        let parts = SpanBreaker.parts(of: [TextSpan(String(line), .code)], columns: room)
        return parts.enumerated().map { row, part in
          [TextSpan(row == 0 ? "│ " : "┊ ", bar)] + part
        }
      }
  }

  private func lines(of list: Block.List) -> [[TextSpan]] {
    var lines: [[TextSpan]] = []
    for (place, item) in list.items.enumerated() {
      if place > 0, list.isLoose { lines.append([]) }
      let number = list.start.map { Self.number($0 + place, asWideAs: $0 + list.items.count - 1) }
      let box = item.isDone.map { $0 ? "[x] " : "[ ] " }
      let mark = number.map { $0 + (box ?? "") } ?? box ?? "• "
      lines += prefixed(mark, Style(item.isDone == true ? .checkDone : .dim)) { inner in
        inner.lines(of: item.blocks, inItem: true)
      }
    }
    return lines
  }

  private static func number(_ number: Int, asWideAs last: Int) -> String {
    let missing = String(last).count - String(number).count
    return String(repeating: " ", count: max(0, missing)) + "\(number). "
  }
}
