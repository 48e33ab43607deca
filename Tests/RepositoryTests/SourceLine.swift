/// A line of Swift, taken apart: what the compiler reads, and what people do.
///
/// The contents of string literals and of raw identifiers are left out of both.
struct SourceLine: Equatable {
  var code = ""
  var comment = ""

  /// The lines of a source text.
  static func lines(of text: String) -> [SourceLine] {
    var reader = SourceReader(text)
    return reader.read()
  }
}

/// Walks a source text byte by byte and knows what kind of text each byte is.
private struct SourceReader {
  private enum Mode: Equatable {
    /// Code; `parentheses` counts those open since an interpolation began.
    case code(parentheses: Int)
    case string(hashes: Int, isMultiline: Bool)
    case name
    case lineComment
    case blockComment
  }

  private let bytes: [UInt8]
  private var position = 0
  private var modes: [Mode] = [.code(parentheses: 0)]
  private var code: [UInt8] = []
  private var comment: [UInt8] = []
  private var lines: [SourceLine] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func read() -> [SourceLine] {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") {
        endLine()
        position += 1
      } else {
        step()
      }
    }
    if !code.isEmpty || !comment.isEmpty { endLine() }
    return lines
  }

  private mutating func endLine() {
    if modes.last == .lineComment { modes.removeLast() }
    lines.append(
      SourceLine(
        code: String(decoding: code, as: UTF8.self),
        comment: String(decoding: comment, as: UTF8.self)))
    code = []
    comment = []
  }

  /// The bytes that may end a run of plain text in some mode.
  private static let special = Set("\n/*`\"#()\\".utf8)

  private mutating func step() {
    let mode = modes.last ?? .code(parentheses: 0)
    let run = bytes[position...].prefix { !Self.special.contains($0) }
    guard run.isEmpty else { return keep(run, mode) }
    switch mode {
    case .code(let parentheses): readCode(parentheses)
    case .string(let hashes, let isMultiline): readString(hashes, isMultiline)
    case .name:
      if take("`") { modes.removeLast() } else { position += 1 }
    case .lineComment: keepComment()
    case .blockComment:
      if take("/*") {
        modes.append(.blockComment)
      } else if take("*/") {
        modes.removeLast()
      } else {
        keepComment()
      }
    }
  }

  private mutating func readCode(_ parentheses: Int) {
    if take("//") {
      modes.append(.lineComment)
      comment += Array("//".utf8)
    } else if take("/*") {
      modes.append(.blockComment)
      comment += Array("/*".utf8)
    } else if take("`") {
      modes.append(.name)
      code.append(UInt8(ascii: "_"))
    } else if let string = takeOpening() {
      modes.append(string)
      code += Array("\"\"".utf8)
    } else {
      count(bytes[position], parentheses)
      keepCode()
    }
  }

  /// Leaves an interpolation at the parenthesis that closes it.
  private mutating func count(_ byte: UInt8, _ parentheses: Int) {
    guard modes.count > 1 else { return }
    if byte == UInt8(ascii: "(") { modes[modes.count - 1] = .code(parentheses: parentheses + 1) }
    guard byte == UInt8(ascii: ")") else { return }
    modes[modes.count - 1] = .code(parentheses: parentheses - 1)
    if parentheses == 1 { modes.removeLast() }
  }

  private mutating func readString(_ hashes: Int, _ isMultiline: Bool) {
    let pounds = String(repeating: "#", count: hashes)
    if take("\\" + pounds + "(") {
      modes.append(.code(parentheses: 1))
    } else if take("\\" + pounds) {
      position += 1
    } else if take((isMultiline ? "\"\"\"" : "\"") + pounds) {
      modes.removeLast()
    } else {
      position += 1
    }
  }

  private mutating func takeOpening() -> Mode? {
    let hashes = bytes[position...].prefix { $0 == UInt8(ascii: "#") }.count
    let quote = position + hashes
    guard quote < bytes.count, bytes[quote] == UInt8(ascii: "\"") else { return nil }
    let isMultiline = bytes[quote...].starts(with: "\"\"\"".utf8)
    position = quote + (isMultiline ? 3 : 1)
    return .string(hashes: hashes, isMultiline: isMultiline)
  }

  private mutating func take(_ text: String) -> Bool {
    guard bytes[position...].starts(with: text.utf8) else { return false }
    position += text.utf8.count
    return true
  }

  private mutating func keep(_ run: ArraySlice<UInt8>, _ mode: Mode) {
    position = run.endIndex
    switch mode {
    case .code: code += run
    case .lineComment, .blockComment: comment += run
    case .string, .name: break
    }
  }

  private mutating func keepCode() {
    code.append(bytes[position])
    position += 1
  }

  private mutating func keepComment() {
    comment.append(bytes[position])
    position += 1
  }
}
