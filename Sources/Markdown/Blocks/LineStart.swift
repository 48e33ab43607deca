/// What a line begins, by its first bytes.
enum LineStart {
  case heading(level: Int, ArraySlice<UInt8>)
  case fence(Fence)
  case rule
  case quote
  case item(ListMarker)
  case html(HTMLEnd)

  /// Where a block of HTML ends.
  enum HTMLEnd {
    /// With the line that holds `-->`.
    case comment
    /// Before the next blank line.
    case blankLine
  }

  /// `nil` for a line that begins nothing, or is indented as code is.
  ///
  /// Source: CommonMark 0.30, 4.1 to 4.6, 5.1 and 5.2.
  init?(_ line: Line) {
    guard line.indent < 4, let first = line.rest.first else { return nil }
    switch first {
    case .hash: self.init(heading: line.rest)
    case .backtick, .tilde: self.init(fence: line)
    case .greater: self = .quote
    case .less: self.init(html: line.rest)
    default:
      if Self.isRule(line.rest) {
        self = .rule
        return
      }
      guard let marker = ListMarker(line) else { return nil }
      self = .item(marker)
    }
  }

  private init?(heading bytes: ArraySlice<UInt8>) {
    let level = bytes.prefix(7).prefix { $0 == .hash }.count
    let rest = bytes.dropFirst(level)
    guard level <= 6, rest.first?.isBlank ?? true else { return nil }
    let text = rest.trimmingBlanks
    let withoutMarks = text.droppingLast { $0 == .hash }
    let isClosed = withoutMarks.isEmpty || withoutMarks.last?.isBlank == true
    self = .heading(level: level, isClosed ? withoutMarks.trimmingBlanks : text)
  }

  private init?(fence line: Line) {
    guard let fence = Fence(line) else { return nil }
    self = .fence(fence)
  }

  private init?(html bytes: ArraySlice<UInt8>) {
    if bytes.starts(with: "<!--".utf8) {
      self = .html(.comment)
      return
    }
    let name = bytes.dropFirst(bytes.dropFirst().first == .slash ? 2 : 1)
      .prefix(11).prefix { $0.isLetter || $0.isDigit }
    guard Self.tags.contains(String(decoding: name, as: UTF8.self).lowercased()) else {
      return nil
    }
    self = .html(.blankLine)
  }

  /// Three or more of the same sign with blanks between.
  private static func isRule(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let sign = bytes.first, [.star, .minus, .underscore].contains(sign) else { return false }
    var count = 0
    for byte in bytes {
      if byte == sign { count += 1 } else if !byte.isBlank { return false }
    }
    return count >= 3
  }

  /// Tags that have lines of their own; those that people use in tickets, of CommonMark's list.
  private static let tags: Set<String> = [
    "blockquote", "center", "dd", "details", "div", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6",
    "hr", "li", "ol", "p", "pre", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
  ]
}

/// What opens and closes a block of code.
struct Fence {
  private let sign: UInt8
  private let length: Int
  /// How far the opening one is indented; the code loses as much.
  let indent: Int
  /// The first word behind it.
  let language: String

  init?(_ line: Line) {
    guard line.indent < 4, let sign = line.rest.first, sign == .backtick || sign == .tilde else {
      return nil
    }
    let length = line.rest.prefix { $0 == sign }.count
    let info = line.rest.dropFirst(length).trimmingBlanks
    guard length >= 3, sign == .tilde || !info.contains(.backtick) else { return nil }
    self.sign = sign
    self.length = length
    indent = line.indent
    language = String(decoding: info, as: UTF8.self)
  }

  func isClosed(by line: Line) -> Bool {
    guard line.indent < 4, line.rest.first == sign else { return false }
    let count = line.rest.prefix { $0 == sign }.count
    return count >= length && line.rest.dropFirst(count).trimmingBlanks.isEmpty
  }
}

/// What stands before an item of a list.
struct ListMarker {
  /// The sign, or what stands behind the number; a list has the same throughout.
  let sign: UInt8
  /// The number, if it is one.
  let number: Int?
  /// How far what belongs to the item is indented.
  let indent: Int
  /// What stands behind it on its line.
  let rest: Line

  init?(_ line: Line) {
    guard let first = line.rest.first else { return nil }
    let digits = line.rest.prefix(10).prefix(while: \.isDigit)
    let width = digits.isEmpty ? 1 : digits.count + 1
    guard let sign = line.rest.dropFirst(width - 1).first else { return nil }
    if digits.isEmpty {
      guard [.star, .minus, .plus].contains(first) else { return nil }
      number = nil
    } else {
      guard digits.count < 10, sign == .dot || sign == .closeParenthesis else { return nil }
      number = Int(String(decoding: digits, as: UTF8.self))
    }
    let behind = line.dropping(width)
    guard behind.indent > 0 || behind.isBlank else { return nil }
    self.sign = sign
    // Five blanks or more are one, and code behind it.
    let blanks = behind.isBlank || behind.indent > 4 ? 1 : behind.indent
    indent = line.indent + width + blanks
    rest = behind.isBlank ? behind.outdented(behind.indent) : behind.outdented(blanks)
  }

  /// Whether it may follow text without a blank line between.
  var interrupts: Bool { !rest.isBlank && (number ?? 1) == 1 }
}

extension ArraySlice<UInt8> {
  func droppingLast(while isDropped: (UInt8) -> Bool) -> ArraySlice {
    var end = endIndex
    while end > startIndex, isDropped(self[end - 1]) { end -= 1 }
    return self[startIndex..<end]
  }

  var trimmingBlanks: ArraySlice {
    drop(while: \.isBlank).droppingLast(while: \.isBlank)
  }
}
