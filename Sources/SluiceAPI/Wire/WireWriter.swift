internal import SluiceCore

/// Writes JSON on one line straight into bytes: boards and tickets are written often.
///
/// As with `JSONPrinter`, whatever could act on a terminal or hide there is escaped.
struct WireWriter {
  private(set) var bytes: [UInt8] = []
  private var needsComma = false

  init() {
    bytes.reserveCapacity(1_024)
  }

  mutating func object(_ members: (inout WireWriter) -> Void) {
    begin(UInt8(ascii: "{"))
    members(&self)
    end(UInt8(ascii: "}"))
  }

  mutating func list<Element: WireValue>(_ elements: [Element]) {
    begin(UInt8(ascii: "["))
    for element in elements {
      separate()
      element.write(to: &self)
      needsComma = true
    }
    end(UInt8(ascii: "]"))
  }

  /// An object whose one member is named after a case and holds its parts.
  mutating func choice(_ name: StaticString, _ parts: (inout WireWriter) -> Void) {
    object { writer in
      writer.name(name)
      writer.object(parts)
      writer.needsComma = true
    }
  }

  /// A case with parts that are always there.
  mutating func choice<each Value: WireValue>(
    _ name: StaticString, _ parts: repeat (StaticString, each Value)
  ) {
    choice(name) { writer in
      for (name, value) in repeat each parts { writer.member(name, value) }
    }
  }

  mutating func member(_ name: StaticString, _ value: some WireValue) {
    self.name(name)
    value.write(to: &self)
    needsComma = true
  }

  /// A member that is left out if there is no value.
  mutating func member(_ name: StaticString, _ value: (some WireValue)?) {
    if let value { member(name, value) }
  }

  /// A member that is left out if the list is empty.
  mutating func member<Element: WireValue>(_ name: StaticString, unlessEmpty list: [Element]) {
    if !list.isEmpty { member(name, list) }
  }

  /// A member that is `null` if there is no value.
  mutating func member(_ name: StaticString, nullable value: (some WireValue)?) {
    self.name(name)
    if let value { value.write(to: &self) } else { null() }
    needsComma = true
  }

  /// A member under a name that is data.
  mutating func member(named name: String, _ value: (some WireValue)?) {
    separate()
    text(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
    if let value { value.write(to: &self) } else { null() }
    needsComma = true
  }

  mutating func null() {
    bytes += "null".utf8
  }

  mutating func flag(_ flag: Bool) {
    bytes += (flag ? "true" : "false").utf8
  }

  mutating func text(_ text: String) {
    var text = text
    let start = bytes.count
    bytes.append(UInt8(ascii: "\""))
    let isPlain = text.withUTF8 { utf8 in
      guard utf8.allSatisfy(\.isPlain) else { return false }
      bytes.append(contentsOf: utf8)
      return true
    }
    guard isPlain else {
      bytes.removeSubrange(start...)
      bytes += JSONPrinter.line(.string(text)).utf8
      return
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Digits and signs, whose bytes need no escape.
  mutating func plain(_ text: String) {
    bytes += text.utf8
  }

  private mutating func name(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func begin(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = false
  }
}

extension UInt8 {
  /// Whether it is a letter of ASCII that JSON writes as it is.
  fileprivate var isPlain: Bool {
    self >= 0x20 && self < 0x7F && self != UInt8(ascii: "\"") && self != UInt8(ascii: "\\")
  }
}
