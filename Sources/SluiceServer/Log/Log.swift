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
    let time = now().description
    let line =
      isJSON
      ? Self.object([LogField("time", time), LogField("event", event)] + fields)
      : ([time, event] + fields.map { "\($0.name)=\(Self.word($0.value))" }).joined(separator: " ")
    write(Array((line + "\n").utf8))
  }

  private static func object(_ fields: [LogField]) -> String {
    let members = fields.map {
      JSONPrinter.line(.string($0.name)) + ":" + JSONPrinter.line($0.value)
    }
    return "{" + members.joined(separator: ",") + "}"
  }

  /// A value as one word: in quotes only where it would not be one.
  private static func word(_ value: JSONValue) -> String {
    guard case .string(let text) = value, !text.isEmpty, text.utf8.allSatisfy(isPlain) else {
      return JSONPrinter.line(value)
    }
    return text
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
