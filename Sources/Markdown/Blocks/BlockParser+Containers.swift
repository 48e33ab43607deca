/// Quotations and lists: blocks that hold blocks.
extension BlockParser {
  mutating func quote(_ rest: inout ArraySlice<Line>, depth: Int) -> Block {
    var inner: [Line] = []
    var text = OpenText()
    while let line = rest.first {
      if line.indent < 4, line.rest.first == .greater {
        let behind = line.dropping(1)
        inner.append(behind.outdented(1))
        steps += text.take(behind)
      } else if continues(text, with: line, depth: depth) {
        inner.append(line)
        steps += text.take(line)
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    return .quote(blocks(of: inner[...], depth: depth + 1))
  }

  mutating func list(
    from first: ListMarker, _ rest: inout ArraySlice<Line>, depth: Int
  ) -> Block {
    var items: [Block.Item] = []
    var isLoose = false
    var marker = first
    while true {
      let (lines, hasBlank) = item(marker, &rest, depth: depth)
      items.append(item(of: lines, depth: depth))
      guard let line = rest.first, case .item(let next)? = start(of: line, depth: depth),
        next.sign == first.sign, (next.number == nil) == (first.number == nil)
      else { break }
      if hasBlank { isLoose = true }
      marker = next
    }
    return .list(Block.List(start: first.number, isLoose: isLoose, items: items))
  }

  /// Takes the lines of an item, and the blank ones behind it; whether there are such.
  private mutating func item(
    _ marker: ListMarker, _ rest: inout ArraySlice<Line>, depth: Int
  ) -> (lines: [Line], hasBlank: Bool) {
    var lines = [marker.rest]
    var text = OpenText()
    steps += text.take(marker.rest)
    rest = rest.dropFirst()
    var blanks = 0
    while let line = rest.first {
      if line.isBlank {
        // An item that starts with a blank line and goes on with one is empty.
        if lines.count == 1, marker.rest.isBlank { break }
        blanks += 1
        steps += text.take(line)
      } else if line.indent >= marker.indent {
        let inner = line.outdented(marker.indent)
        lines += Array(repeating: Line([]), count: blanks) + [inner]
        blanks = 0
        steps += text.take(inner)
      } else if continues(text, with: line, depth: depth) {
        lines.append(line)
        steps += text.take(line)
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    return (lines, blanks > 0)
  }

  private mutating func item(of lines: [Line], depth: Int) -> Block.Item {
    var lines = lines
    var isDone: Bool?
    if let first = lines.first, let (task, rest) = first.task {
      isDone = task
      lines[0] = rest
    }
    return Block.Item(isDone: isDone, blocks: blocks(of: lines[...], depth: depth + 1))
  }

  /// Whether a line without the marks of the block it follows goes on with a paragraph there.
  private mutating func continues(_ text: OpenText, with line: Line, depth: Int) -> Bool {
    guard text.isOpen, !line.isBlank, Self.underline(line) == nil else { return false }
    return start(of: line, depth: depth) == nil
  }
}

extension Line {
  /// Whether a task is done that the line begins with, and what stands behind its box.
  fileprivate var task: (isDone: Bool, rest: Line)? {
    let box = rest.prefix(4)
    guard box.count == 4, box.first == .openBracket, box.dropFirst(2).first == .closeBracket,
      box.last?.isBlank == true, let mark = box.dropFirst().first
    else { return nil }
    switch mark {
    case .space: return (false, dropping(3))
    case UInt8(ascii: "x"), UInt8(ascii: "X"): return (true, dropping(3))
    default: return nil
    }
  }
}

/// Whether the lines taken so far end in a paragraph, which needs no marks to go on.
private struct OpenText {
  private var fence: Fence?
  private(set) var isOpen = false

  /// Takes the next line; how many bytes were looked at.
  mutating func take(_ line: Line) -> Int {
    let bare = line.rest.drop { $0 == .greater || $0.isBlank }
    let line = line.indent < 4 ? Line(bare) : line
    if let open = fence {
      if open.isClosed(by: line) { fence = nil }
      isOpen = false
    } else {
      fence = Fence(line)
      isOpen = fence == nil && !bare.isEmpty && line.indent < 4 && bare.first != .hash
    }
    return line.rest.count + 1
  }
}
