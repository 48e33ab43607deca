/// What keeps its lines as they are.
extension BlockParser {
  mutating func indentedCode(_ rest: inout ArraySlice<Line>) -> Block {
    var lines: [[UInt8]] = []
    var end = rest.startIndex
    var place = rest.startIndex
    while place < rest.endIndex, rest[place].isBlank || rest[place].indent >= 4 {
      steps += rest[place].rest.count + 1
      lines.append(rest[place].outdented(4).whole)
      place += 1
      if !rest[place - 1].isBlank { end = place }
    }
    lines.removeLast(place - end)
    rest = rest[end...]
    return .code(Self.text(lines), language: "")
  }

  mutating func fencedCode(_ fence: Fence, _ rest: inout ArraySlice<Line>) -> Block {
    rest = rest.dropFirst()
    var lines: [[UInt8]] = []
    while let line = rest.popFirst() {
      steps += line.rest.count + 1
      if fence.isClosed(by: line) { break }
      lines.append(line.outdented(fence.indent).whole)
    }
    return .code(Self.text(lines), language: fence.language)
  }

  mutating func html(until end: LineStart.HTMLEnd, _ rest: inout ArraySlice<Line>) -> Block {
    var lines: [[UInt8]] = []
    while let line = rest.first {
      steps += line.rest.count + 1
      if case .blankLine = end, line.isBlank { break }
      lines.append(line.whole)
      rest = rest.dropFirst()
      if case .comment = end, line.rest.holdsCommentEnd { break }
    }
    return .html(Self.text(lines))
  }

  private static func text(_ lines: [[UInt8]]) -> String {
    String(decoding: Array(lines.joined(separator: [.newline])), as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  fileprivate var holdsCommentEnd: Bool {
    var dashes = 0
    for byte in self {
      if byte == .greater, dashes >= 2 { return true }
      dashes = byte == .minus ? dashes + 1 : 0
    }
    return false
  }
}
