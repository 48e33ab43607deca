internal import Glibc
internal import SluiceCore

/// Writes what happens, a line for each, to the messages of the program.
///
/// Values are written so that nothing in them acts on a terminal or passes for another line. Secrets and
/// queries are never given to it.
struct Log: Sendable {
  /// Writes one line whole.
  private let write: @Sendable ([UInt8]) -> Void
  private let now: @Sendable () -> Timestamp
  private let isJSON: Bool

  init(
    isJSON: Bool, now: @escaping @Sendable () -> Timestamp,
    write: @escaping @Sendable ([UInt8]) -> Void = Log.writeToMessages
  ) {
    self.isJSON = isJSON
    self.now = now
    self.write = write
  }

  /// Notes that something happened, such as `request`.
  func note(_ event: String, _ fields: [LogField] = []) {
    guard !isJSON else {
      let time = LogField("time", now().description)
      let line = Self.object([time, LogField("event", event)] + fields)
      return write(Array((line + "\n").utf8))
    }
    // There is a line for every request, so that it is put together without texts in between.
    var line: [UInt8] = []
    line.reserveCapacity(256)
    now().append(to: &line)
    line.append(UInt8(ascii: " "))
    line += event.utf8
    for field in fields {
      line.append(UInt8(ascii: " "))
      line += field.name.utf8
      line.append(UInt8(ascii: "="))
      Self.add(field.value, to: &line)
    }
    line.append(UInt8(ascii: "\n"))
    write(line)
  }

  private static func object(_ fields: [LogField]) -> String {
    let members = fields.map {
      JSONPrinter.line(.string($0.name)) + ":" + JSONPrinter.line($0.value)
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// Adds a value as one word: in quotes only where it would not be one.
  private static func add(_ value: JSONValue, to line: inout [UInt8]) {
    if case .number(let number) = value, number >= 0, let tenths = Int(exactly: number * 10) {
      // Nearly all numbers are whole, or times of one decimal place.
      line += String(tenths / 10).utf8
      if tenths % 10 != 0 {
        line.append(UInt8(ascii: "."))
        line += String(tenths % 10).utf8
      }
      return
    }
    guard case .string(var text) = value, !text.isEmpty else {
      line += JSONPrinter.line(value).utf8
      return
    }
    let isWord = text.withUTF8 { utf8 in
      for byte in utf8 where !isPlain(byte) { return false }
      line.append(contentsOf: utf8)
      return true
    }
    if !isWord { line += JSONPrinter.line(value).utf8 }
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte < 0x7f && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "=")
      && byte != UInt8(ascii: "\\")
  }

  /// One call for each line, so that the lines of several threads do not mix.
  static let writeToMessages: @Sendable ([UInt8]) -> Void = { bytes in
    var start = 0
    while start < bytes.count {
      let count = bytes[start...].withUnsafeBytes { Glibc.write(2, $0.baseAddress, $0.count) }
      guard count > 0 || errno == EINTR else { return }
      start += max(count, 0)
    }
  }
}
