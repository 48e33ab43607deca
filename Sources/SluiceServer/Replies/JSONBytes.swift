internal import SluiceCore

/// Writes JSON for programs: on one line, keys sorted, the usual texts copied as they are.
///
/// What could act on a terminal or hide there is escaped, as for terminals, for a reply is often read there.
struct JSONBytes {
  private var output = OutputBytes()

  var bytes: [UInt8] { output.bytes }

  static func write(_ value: JSONValue) -> [UInt8] {
    var writer = JSONBytes()
    writer.write(value)
    return writer.bytes
  }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .number(let number):
      if let whole = Int(exactly: number) {
        write(whole)
      } else {
        output.put(JSONPrinter.line(value))
      }
    case .string(let text): write(text)
    case .array(let values):
      raw("[")
      for (index, value) in values.enumerated() {
        if index > 0 { raw(",") }
        write(value)
      }
      raw("]")
    case .object(let members):
      raw("{")
      for (index, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
        if index > 0 { raw(",") }
        write(member.key)
        raw(":")
        write(member.value)
      }
      raw("}")
    }
  }

  /// A part of JSON, as it is.
  mutating func raw(_ text: StaticString) {
    output.put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// A text, or `null`.
  mutating func write(_ text: String?) {
    guard let text else { return raw("null") }
    write(text)
  }

  mutating func write(_ text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard JSONText.isPlain(utf8) else { return false }
      output.put(UInt8(ascii: "\""))
      output.put(utf8)
      output.put(UInt8(ascii: "\""))
      return true
    }
    guard !isPlain else { return }
    var escaped: [UInt8] = []
    JSONText.append(text, to: &escaped)
    escaped.withUnsafeBufferPointer { output.put($0) }
  }

  mutating func write(_ number: Int) {
    if number < 0 { raw("-") }
    var weight: UInt = 1
    while number.magnitude / weight >= 10 { weight *= 10 }
    while weight > 0 {
      output.put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number.magnitude / weight % 10))
      weight /= 10
    }
  }

  /// A key, such as `OPS-42.1`.
  mutating func write(_ key: TicketKey) {
    output.put(UInt8(ascii: "\""))
    output.put(key.project.text)
    output.put(UInt8(ascii: "-"))
    write(key.number)
    if key.ordinal != 0 {
      output.put(UInt8(ascii: "."))
      write(key.ordinal)
    }
    output.put(UInt8(ascii: "\""))
  }

  /// What needs no escapes: an id, a moment, a word of ours.
  mutating func write(word: String) {
    output.put(UInt8(ascii: "\""))
    output.put(word)
    output.put(UInt8(ascii: "\""))
  }

  /// An id, or `null`.
  mutating func write<Subject>(id: Identifier<Subject>?) {
    guard let id else { return raw("null") }
    output.put(UInt8(ascii: "\""))
    output.put(atMost: Identifier<Subject>.length, id.write(to:))
    output.put(UInt8(ascii: "\""))
  }

  /// A moment.
  mutating func write(_ moment: Timestamp) {
    output.put(UInt8(ascii: "\""))
    output.put(atMost: Timestamp.room, moment.write)
    output.put(UInt8(ascii: "\""))
  }

  /// A word of ours, or `null`.
  mutating func write(word: String?) {
    guard let word else { return raw("null") }
    write(word: word)
  }
}
