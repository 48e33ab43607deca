@testable import Markdown

extension Document {
  /// The tree in one line per block, what is within a block indented.
  var outline: String { blocks.outline }

  /// All that is said, without marks.
  var words: String { blocks.map(\.words).joined(separator: "\n") }
}

extension [Block] {
  var outline: String { map(\.outline).joined(separator: "\n") }
}

extension [Inline] {
  var outline: String { map(\.outline).joined() }
  var words: String { map(\.words).joined() }
}

extension Block {
  var outline: String {
    switch self {
    case .paragraph(let parts): "p \(parts.outline)"
    case .heading(let level, let parts): "h\(level) \(parts.outline)"
    case .code(let text, let language): "code(\(language)) \(text.shown)"
    case .quote(let blocks): "quote\n" + blocks.outline.indented
    case .list(let list): list.outline
    case .table(let table): table.outline
    case .html(let text): "html \(text.shown)"
    case .rule: "rule"
    case .definition(let it): "definition \(it.label) → \(it.address)" + it.title.shown
    }
  }

  var words: String {
    switch self {
    case .paragraph(let parts), .heading(_, let parts): parts.words
    case .code(let text, let language): "\(language)\n\(text)"
    case .quote(let blocks): blocks.map(\.words).joined(separator: "\n")
    case .list(let list):
      list.items.flatMap(\.blocks).map(\.words).joined(separator: "\n")
    case .table(let table):
      (table.header + table.rows.joined()).map(\.words).joined(separator: "\n")
    case .html(let text): text
    case .rule: ""
    case .definition(let it): "\(it.label) \(it.address) \(it.title ?? "")"
    }
  }
}

extension Block.List {
  fileprivate var outline: String {
    let name = (start.map { "list from \($0)" } ?? "list") + (isLoose ? ", loose" : "")
    let items = items.map { item in
      let box = item.isDone.map { $0 ? "[x] " : "[ ] " } ?? ""
      return "- \(box)" + item.blocks.outline.indented.dropFirst(2)
    }
    return name + "\n" + items.joined(separator: "\n")
  }
}

extension Block.Table {
  fileprivate var outline: String {
    let rows = ([header] + rows).map { $0.map(\.outline).joined(separator: " | ") }
    return "table \(alignments.map { "\($0)" }.joined(separator: ", "))\n"
      + rows.joined(separator: "\n").indented
  }
}

extension Inline {
  var outline: String {
    switch self {
    case .text(let text): text
    case .code(let text): "code(\(text))"
    case .emphasis(let parts): "em(\(parts.outline))"
    case .strong(let parts): "strong(\(parts.outline))"
    case .struck(let parts): "struck(\(parts.outline))"
    case .link(let parts, let target): "link(\(parts.outline)\(target.outline))"
    case .image(let parts, let target): "image(\(parts.outline)\(target.outline))"
    case .html(let text): "html(\(text))"
    case .lineBreak: "⏎"
    }
  }

  var words: String {
    switch self {
    case .text(let text), .code(let text), .html(let text): text
    case .emphasis(let parts), .strong(let parts), .struck(let parts): parts.words
    case .link(let parts, let target), .image(let parts, let target):
      "\(parts.words) \(target.words)"
    case .lineBreak: "\n"
    }
  }
}

extension Inline.Target {
  fileprivate var outline: String {
    switch self {
    case .address(let address, let title): " → \(address)\(title.shown)"
    case .label(let label): " ↗ \(label ?? "")"
    case .itself: ""
    }
  }

  fileprivate var words: String {
    switch self {
    case .address(let address, let title): "\(address) \(title ?? "")"
    case .label(let label): label ?? ""
    case .itself: ""
    }
  }
}

extension String {
  fileprivate var shown: String {
    split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "⏎")
  }
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false).map { "  \($0)" }
      .joined(separator: "\n")
  }
}

extension String? {
  fileprivate var shown: String { map { " “\($0)”" } ?? "" }
}
