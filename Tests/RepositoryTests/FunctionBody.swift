/// A function, initializer, accessor or computed property, measured by its braces.
struct FunctionBody: Equatable {
  /// Counted from 1, where the brace opens.
  let line: Int
  /// The lines between the braces.
  let length: Int

  /// All bodies in a source text, as they close.
  static func bodies(in lines: [SourceLine]) -> [FunctionBody] {
    var finder = FunctionBodyFinder()
    for (index, line) in lines.enumerated() { finder.read(line.code, at: index + 1) }
    return finder.bodies
  }
}

private struct FunctionBodyFinder {
  private(set) var bodies: [FunctionBody] = []
  /// For each open brace the line where a body began, if it began one.
  private var braces: [Int?] = []
  private var brackets = 0
  /// How many brackets were open at the declaration whose body is awaited.
  private var awaited: Int?

  private static let bodied: Set<String> = [
    "func", "init", "deinit", "subscript", "var", "get", "set", "willSet", "didSet",
  ]
  private static let bodiless: Set<String> = [
    "let", "case", "struct", "class", "enum", "actor", "extension", "protocol", "import",
    "typealias", "if", "guard", "for", "while", "switch", "do", "return",
  ]

  mutating func read(_ code: String, at line: Int) {
    var word: [UInt8] = []
    var before = UInt8(ascii: " ")
    for byte in Array(code.utf8) + [before] {
      if Self.isWordByte(byte) {
        word.append(byte)
        continue
      }
      if !word.isEmpty {
        declare(String(decoding: word, as: UTF8.self), isMember: before == UInt8(ascii: "."))
        word = []
      }
      before = byte
      punctuate(byte, at: line)
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
      true
    default: false
    }
  }

  private mutating func declare(_ word: String, isMember: Bool) {
    guard !isMember else { return }
    if Self.bodied.contains(word) { awaited = brackets }
    if Self.bodiless.contains(word) { awaited = nil }
  }

  private mutating func punctuate(_ byte: UInt8, at line: Int) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: "["): brackets += 1
    case UInt8(ascii: ")"), UInt8(ascii: "]"): brackets -= 1
    case UInt8(ascii: "{"): open(at: line)
    case UInt8(ascii: "}"): close(at: line)
    default: break
    }
  }

  private mutating func open(at line: Int) {
    let begins = awaited == brackets
    braces.append(begins ? line : nil)
    if begins { awaited = nil }
  }

  private mutating func close(at line: Int) {
    // The end of a protocol, not of a closure among the parameters.
    if awaited == brackets { awaited = nil }
    guard let start = braces.popLast() ?? nil else { return }
    bodies.append(FunctionBody(line: start, length: max(0, line - start - 1)))
  }
}
