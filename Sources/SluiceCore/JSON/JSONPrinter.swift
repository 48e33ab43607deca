/// Writes JSON for terminals and programs alike: sorted keys, two blanks per level.
///
/// Whatever could act on a terminal or hide there (controls, format characters, invisible ones) is
/// escaped as `\uXXXX`. That is the same JSON, so programs lose nothing.
public struct JSONPrinter {
  private var output = ""

  /// The value over several lines, without a line break at the end.
  public static func text(_ value: JSONValue) -> String {
    var printer = JSONPrinter()
    printer.write(value, indent: 0)
    return printer.output
  }

  /// The value on one line, without a line break at the end.
  public static func line(_ value: JSONValue) -> String {
    var printer = JSONPrinter()
    printer.isOnOneLine = true
    printer.write(value, indent: 0)
    return printer.output
  }

  private var isOnOneLine = false

  private mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .null: output += "null"
    case .bool(let flag): output += flag ? "true" : "false"
    case .number(let number): write(number)
    case .string(let text): write(text)
    case .array(let values):
      writeList(values, "[", "]", indent: indent) { $0.write($1, indent: indent + 1) }
    case .object(let members):
      writeList(members.sorted { $0.key < $1.key }, "{", "}", indent: indent) {
        $0.write($1.key)
        $0.output += $0.isOnOneLine ? ":" : ": "
        $0.write($1.value, indent: indent + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], _ open: String, _ close: String, indent: Int,
    _ write: (inout JSONPrinter, Element) -> Void
  ) {
    output += open
    for (index, element) in elements.enumerated() {
      if index > 0 { output += "," }
      breakLine(indent: indent + 1)
      write(&self, element)
    }
    if !elements.isEmpty { breakLine(indent: indent) }
    output += close
  }

  private mutating func breakLine(indent: Int) {
    guard !isOnOneLine else { return }
    output += "\n" + String(repeating: "  ", count: indent)
  }

  private mutating func write(_ number: Double) {
    if let whole = Int64(exactly: number) {
      output += String(whole)
    } else {
      output += number.isFinite ? String(number) : "null"
    }
  }

  private mutating func write(_ text: String) {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    output += String(decoding: bytes, as: UTF8.self)
  }
}
