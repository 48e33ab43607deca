/// Finds the blocks of some lines, from the top.
///
/// Lines within a quotation or an item are looked at again by the same rules, so the work is the length of
/// the text times the depth, which is bounded.
struct BlockParser {
  /// The labels that the text defines.
  let labels: Set<String>
  /// How many bytes were looked at.
  var steps = 0

  init(labels: Set<String>) {
    self.labels = labels
  }

  /// The blocks of lines that stand in so many quotations and items.
  mutating func blocks(of lines: ArraySlice<Line>, depth: Int) -> [Block] {
    var rest = lines
    var blocks: [Block] = []
    while let line = rest.first {
      steps += 1
      if line.isBlank {
        rest = rest.dropFirst()
      } else {
        blocks.append(block(at: &rest, depth: depth))
      }
    }
    return blocks
  }

  /// Takes one block from the top of the lines, the first of which is not blank.
  private mutating func block(at rest: inout ArraySlice<Line>, depth: Int) -> Block {
    guard let line = rest.first else { return .rule }
    if line.indent >= 4 { return indentedCode(&rest) }
    switch start(of: line, depth: depth) {
    case .heading(let level, let text):
      rest = rest.dropFirst()
      return .heading(level: level, inlines(text))
    case .rule:
      rest = rest.dropFirst()
      return .rule
    case .fence(let fence): return fencedCode(fence, &rest)
    case .html(let end): return html(until: end, &rest)
    case .quote: return quote(&rest, depth: depth)
    case .item(let marker): return list(from: marker, &rest, depth: depth)
    case nil: break
    }
    steps += line.rest.count
    if let definition = Definition(line) {
      rest = rest.dropFirst()
      return .definition(definition)
    }
    return table(&rest, depth: depth) ?? paragraph(&rest, depth: depth)
  }

  /// What a line begins here; deep down there are no more quotations and lists.
  mutating func start(of line: Line, depth: Int) -> LineStart? {
    steps += line.rest.count
    let start = LineStart(line)
    switch start {
    case .quote where depth >= Document.deepest, .item where depth >= Document.deepest: return nil
    default: return start
    }
  }

  /// Whether a line ends the paragraph before it.
  mutating func interrupts(_ line: Line, depth: Int) -> Bool {
    guard !line.isBlank else { return true }
    guard let start = start(of: line, depth: depth) else { return false }
    if case .item(let marker) = start { return marker.interrupts }
    return true
  }

  /// Lines up to one that begins something else, or a heading underlined by the last of them.
  private mutating func paragraph(_ rest: inout ArraySlice<Line>, depth: Int) -> Block {
    var text: [UInt8] = []
    while let line = rest.first {
      if !text.isEmpty {
        if let level = Self.underline(line) {
          rest = rest.dropFirst()
          return .heading(level: level, inlines(text[...]))
        }
        if interrupts(line, depth: depth) || isTable(rest) { break }
        text.append(.newline)
      }
      text += line.rest
      rest = rest.dropFirst()
    }
    return .paragraph(inlines(text[...]))
  }

  /// The level of the heading that a line makes of the text above it.
  static func underline(_ line: Line) -> Int? {
    guard line.indent < 4, let sign = line.rest.first, sign == .equals || sign == .minus,
      line.rest.droppingLast(while: \.isBlank).allSatisfy({ $0 == sign })
    else { return nil }
    return sign == .equals ? 1 : 2
  }

  /// The parts of a text that stands in one block.
  mutating func inlines(_ text: ArraySlice<UInt8>) -> [Inline] {
    var parser = InlineParser(Array(text.trimmingBlanks), labels: labels)
    let inlines = parser.parse()
    steps += parser.steps
    return inlines
  }
}
