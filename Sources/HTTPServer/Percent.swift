/// Percent-encoding, decoded once and strictly.
enum Percent {
  /// The text that bytes of an address stand for; in queries a plus may be a blank.
  ///
  /// It is `nil` for an escape that is none, for a zero byte, and for what is not UTF-8.
  static func decode(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool = false) -> String? {
    let plain = bytes.allSatisfy { $0 != UInt8(ascii: "%") && $0 != UInt8(ascii: "+") }
    if plain { return text(bytes) }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = rest.popFirst().flatMap(digit), let low = rest.popFirst().flatMap(digit)
        else { return nil }
        decoded.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsBlank: decoded.append(UInt8(ascii: " "))
      default: decoded.append(byte)
      }
    }
    return text(decoded[...])
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String? {
    bytes.withUnsafeBufferPointer { bytes in
      var seen: UInt8 = 0
      for byte in bytes {
        guard byte != 0 else { return nil }
        seen |= byte
      }
      // What is ASCII throughout, as nearly all is, need not be validated.
      return seen < 0x80
        ? String(decoding: bytes, as: UTF8.self) : String(validating: bytes, as: UTF8.self)
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
