/// Reads JSON (RFC 8259) into nodes that know their places.
///
/// The platform's decoder neither keeps places nor says the line of a fault, and linking it makes
/// every start of the program dearer.
public struct JSONReader {
  /// Deeper nesting is refused; it could exhaust the stack.
  static let maximumDepth = 200

  let source: SourceText
  /// The byte that comes next.
  var index: Int
  private var depth = 0
  /// Whether what JSON5 adds is understood.
  private let isJSON5: Bool

  init(_ source: SourceText, isJSON5: Bool = false) {
    self.source = source
    self.isJSON5 = isJSON5
    index = source.start
  }

  /// The one value of the text; anything but blanks after it is a fault.
  public static func read(_ source: SourceText) throws(JSONFault) -> JSONNode {
    var reader = JSONReader(source)
    return try reader.whole()
  }

  mutating func whole() throws(JSONFault) -> JSONNode {
    let node = try value()
    try skipBlanks()
    if byte != nil { throw fault("Something follows the end of the value.") }
    return node
  }

  var byte: UInt8? {
    index < source.bytes.count ? source.bytes[index] : nil
  }

  func fault(_ message: String, at offset: Int? = nil) -> JSONFault {
    let place = offset ?? index
    return JSONFault(
      line: source.line(of: place), column: source.column(of: place), message: message)
  }

  private mutating func skipBlanks() throws(JSONFault) {
    guard !isJSON5 else { return try skipBlanksAndComments() }
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(JSONFault) -> JSONNode {
    try skipBlanks()
    let offset = index
    return JSONNode(content: try content(), offset: offset)
  }

  private mutating func content() throws(JSONFault) -> JSONNode.Content {
    guard let byte else { throw fault("The text ends where a value should stand.") }
    switch byte {
    case UInt8(ascii: "{"): return .object(try nested { (r) throws(JSONFault) in try r.members() })
    case UInt8(ascii: "["): return .array(try nested { (r) throws(JSONFault) in try r.elements() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "'") where isJSON5: return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return .number(try isJSON5 ? numberOfJSON5() : number())
    case UInt8(ascii: "+") where isJSON5, UInt8(ascii: ".") where isJSON5,
      UInt8(ascii: "I") where isJSON5, UInt8(ascii: "N") where isJSON5:
      return .number(try numberOfJSON5())
    default: return try word()
    }
  }

  private mutating func nested<Value>(
    _ read: (inout JSONReader) throws(JSONFault) -> Value
  ) throws(JSONFault) -> Value {
    depth += 1
    guard depth <= Self.maximumDepth else {
      throw fault("Lists and objects lie more than \(Self.maximumDepth) deep in each other.")
    }
    index += 1
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func elements() throws(JSONFault) -> [JSONNode] {
    var nodes: [JSONNode] = []
    try skipBlanks()
    if skip("]") { return nodes }
    while true {
      nodes.append(try value())
      try skipBlanks()
      if skip("]") { return nodes }
      guard skip(",") else { throw expected("“,” or “]” after an element of a list") }
      if try isAtEnd(with: "]") { return nodes }
    }
  }

  private mutating func members() throws(JSONFault) -> [String: JSONNode] {
    var nodes: [String: JSONNode] = [:]
    try skipBlanks()
    if skip("}") { return nodes }
    while true {
      try skipBlanks()
      let place = index
      let key = try memberKey()
      guard nodes[key] == nil else {
        throw fault("“\(key)” stands twice in this object; one of them would be lost.", at: place)
      }
      try skipBlanks()
      guard skip(":") else { throw expected("“:” after the key “\(key)”") }
      nodes[key] = try value()
      nodes[key]?.keyOffset = place
      try skipBlanks()
      if skip("}") { return nodes }
      guard skip(",") else { throw expected("“,” or “}” after the member “\(key)”") }
      if try isAtEnd(with: "}") { return nodes }
    }
  }

  /// Whether a list or an object ends behind a comma, as JSON5 allows.
  private mutating func isAtEnd(with bracket: Unicode.Scalar) throws(JSONFault) -> Bool {
    guard isJSON5 else { return false }
    try skipBlanks()
    return skip(bracket)
  }

  private mutating func memberKey() throws(JSONFault) -> String {
    switch byte {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "'") where isJSON5: return try string()
    default:
      guard isJSON5 else { throw expected("a key in quotes") }
      return try plainKey()
    }
  }

  func expected(_ what: String) -> JSONFault {
    guard let byte else { return fault("The text ends; expected \(what).") }
    let isVisible = byte > 0x20 && byte < 0x7F
    let found = isVisible ? "“\(Unicode.Scalar(byte))”" : "something else"
    return fault("Expected \(what), found \(found).")
  }

  private mutating func word() throws(JSONFault) -> JSONNode.Content {
    let words: [(String, JSONNode.Content)] = [
      ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
    ]
    for (word, content) in words where source.bytes[index...].starts(with: word.utf8) {
      index += word.utf8.count
      return content
    }
    throw expected("a value")
  }

  private mutating func number() throws(JSONFault) -> Double {
    let start = index
    while let byte, byte.continuesNumber { index += 1 }
    let text = String(decoding: source.bytes[start..<index], as: UTF8.self)
    let digits = text.drop { $0 == "-" }
    let hasNeedlessZero = digits.hasPrefix("0") && digits.dropFirst().first?.isNumber == true
    guard let number = Double(text), number.isFinite, !hasNeedlessZero, digits.last != "." else {
      throw fault("“\(text)” is not a number.", at: start)
    }
    return number
  }

  private mutating func string() throws(JSONFault) -> String {
    var scanner = JSONStringScanner(source: source, index: index, isJSON5: isJSON5)
    do {
      let text = try scanner.scan()
      index = scanner.index
      return text
    } catch {
      throw fault(error.message, at: error.offset)
    }
  }
}

extension UInt8 {
  fileprivate var continuesNumber: Bool {
    switch self {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }
}
