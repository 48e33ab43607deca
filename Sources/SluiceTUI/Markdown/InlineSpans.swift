import Drawing
import Markdown

/// The parts of a line as stretches of visible text.
enum InlineSpans {
  static func of(_ parts: [Inline], _ style: Style = .plain) -> [TextSpan] {
    var spans: [TextSpan] = []
    for part in parts { add(part, style, to: &spans) }
    return spans
  }

  private static func add(_ part: Inline, _ style: Style, to spans: inout [TextSpan]) {
    switch part {
    case .text(let text): spans.add(VisibleText.line(text), style)
    case .code(let text): spans.add("`\(VisibleText.line(text))`", style.with(.code))
    case .html(let text): spans.add(VisibleText.line(text), style.with(.dim))
    case .lineBreak: spans.add("\n", style)
    case .strong(let parts): add(parts, style.with(.strong), to: &spans)
    case .emphasis(let parts):
      add(parts, style.role == Role.strong.rawValue ? style : style.with(.emphasis), to: &spans)
    case .struck(let parts):
      let struck = style.adding(.struck)
      spans.add("~~", struck)
      add(parts, struck, to: &spans)
      spans.add("~~", struck)
    case .link(let parts, let target):
      add(parts, style.with(.link), to: &spans)
      add(target, of: parts, style, to: &spans)
    case .image(let parts, let target):
      spans.add("[image: ", style.with(.dim))
      add(parts, style, to: &spans)
      spans.add("]", style.with(.dim))
      add(target, of: parts, style, to: &spans)
    }
  }

  private static func add(_ parts: [Inline], _ style: Style, to spans: inout [TextSpan]) {
    for part in parts { add(part, style, to: &spans) }
  }

  /// Where a link leads stands behind its words, unless it is its words.
  private static func add(
    _ target: Inline.Target, of parts: [Inline], _ style: Style, to spans: inout [TextSpan]
  ) {
    switch target {
    case .itself: break
    case .label(let label):
      spans.add(label.map { " [\(VisibleText.line($0))]" } ?? "", style.with(.dim))
    case .address(let address, let title):
      let isSaid = parts == [.text(address)]
      let words = [isSaid ? "" : address, title.map { "“\($0)”" } ?? ""].filter { !$0.isEmpty }
      guard !words.isEmpty else { return }
      let text = VisibleText.line(words.joined(separator: " "))
      spans.add(" (\(text))", style.with(.dim))
    }
  }
}

extension Style {
  /// The same with another role, whatever lies on it.
  fileprivate func with(_ role: Role) -> Style { Style(role, overlay) }
}
