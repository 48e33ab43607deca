/// Reads JSON (RFC 8259) into nodes that know their places.
///
/// The platform's decoder neither keeps places nor says the line of a fault, and linking it makes
/// every start of the program dearer.
public struct JSONReader {
  /// Deeper nesting is refused; it could exhaust the stack.
  static let maximumDepth = 200

  private let source: SourceText
  private var index: Int
  private var depth = 0

  private init(_ source: SourceText) {
    self.source = source
    index = source.start
  }

  /// The one value of the text; anything but blanks after it is a fault.
  public static func read(_ source: SourceText) throws(JSONFault) -> JSONNode {
    var reader = JSONReader(source)
    let node = try reader.value()
    reader.skipBlanks()
    if reader.byte != nil { throw reader.fault("Something follows the end of the value.") }
    return node
  }

  private var byte: UInt8? {
    index < source.bytes.count ? source.bytes[index] : nil
  }

  private func fault(_ message: String, at offset: Int? = nil) -> JSONFault {
    let place = offset ?? index
    return JSONFault(
      line: source.line(of: place), column: source.column(of: place), message: message)
  }

  private mutating func skipBlanks() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard byte == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  private mutating func value() throws(JSONFault) -> JSONNode {
    skipBlanks()
    let offset = index
    return JSONNode(content: try content(), offset: offset)
  }

  private mutating func content() throws(JSONFault) -> JSONNode.Content {
    guard let byte else { throw fault("The text ends where a value should stand.") }
    switch byte {
    case UInt8(ascii: "{"): return .object(try nested { (r) throws(JSONFault) in try r.members() })
    case UInt8(ascii: "["): return .array(try nested { (r) throws(JSONFault) in try r.elements() })
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
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
    skipBlanks()
    if skip("]") { return nodes }
    while true {
      nodes.append(try value())
      skipBlanks()
      if skip("]") { return nodes }
      guard skip(",") else { throw expected("“,” or “]” after an element of a list") }
    }
  }

  private mutating func members() throws(JSONFault) -> [String: JSONNode] {
    var nodes: [String: JSONNode] = [:]
    skipBlanks()
    if skip("}") { return nodes }
    while true {
      skipBlanks()
      guard byte == UInt8(ascii: "\"") else { throw expected("a key in quotes") }
      let place = index
      let key = try string()
      guard nodes[key] == nil else {
        throw fault("“\(key)” stands twice in this object; one of them would be lost.", at: place)
      }
      skipBlanks()
      guard skip(":") else { throw expected("“:” after the key “\(key)”") }
      nodes[key] = try value()
      skipBlanks()
      if skip("}") { return nodes }
      guard skip(",") else { throw expected("“,” or “}” after the member “\(key)”") }
    }
  }

  private func expected(_ what: String) -> JSONFault {
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
    var scanner = JSONStringScanner(source: source, index: index)
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
