internal import FoundationEssentials

/// The usual form of an id: 32 hexadecimal digits, and four dashes between them.
///
/// Every reply is full of ids, so that they are read and written digit by digit.
enum IdentifierText {
  static let length = 36

  /// The id that a text says; `nil` for anything else.
  static func read(_ text: UnsafeBufferPointer<UInt8>) -> UUID? {
    guard text.count == length else { return nil }
    var bits: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
    let isRead = withUnsafeMutableBytes(of: &bits) { bytes in
      var place = 0
      for index in bytes.indices {
        if hasDash(before: index) {
          guard text[place] == UInt8(ascii: "-") else { return false }
          place += 1
        }
        guard let high = value(of: text[place]), let low = value(of: text[place + 1]) else {
          return false
        }
        bytes[index] = high << 4 | low
        place += 2
      }
      return true
    }
    return isRead ? UUID(uuid: bits) : nil
  }

  /// The text of an id, in lower case.
  static func text(of uuid: UUID) -> String {
    String(unsafeUninitializedCapacity: length) { buffer in
      write(uuid, to: buffer)
      return length
    }
  }

  static func write(_ uuid: UUID, to buffer: UnsafeMutableBufferPointer<UInt8>) {
    withUnsafeBytes(of: uuid.uuid) { bytes in
      var place = 0
      for index in bytes.indices {
        if hasDash(before: index) {
          buffer[place] = UInt8(ascii: "-")
          place += 1
        }
        buffer[place] = digit(bytes[index] >> 4)
        buffer[place + 1] = digit(bytes[index] & 15)
        place += 2
      }
    }
  }

  private static func hasDash(before index: Int) -> Bool {
    index == 4 || index == 6 || index == 8 || index == 10
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(of digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
