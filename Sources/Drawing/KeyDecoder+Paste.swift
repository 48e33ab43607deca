/// Pasted text, which is never keys.
extension KeyDecoder {
  mutating func feedPaste(_ byte: UInt8) {
    guard case .paste(var bytes) = state else { return }
    // Taken out of the state while it grows, so that it is not copied for each byte.
    state = .ground
    bytes.append(byte)
    let end = KeyDecoder.endOfPaste
    if byte == end.last, bytes.suffix(end.count).elementsEqual(end) {
      return endPaste(bytes.dropLast(end.count))
    }
    if bytes.count > KeyDecoder.longestPaste + 2 * end.count {
      bytes.removeSubrange(KeyDecoder.longestPaste..<(bytes.count - end.count))
    }
    state = .paste(bytes)
  }

  mutating func endPaste(_ bytes: some Collection<UInt8>) {
    state = .ground
    events.append(.paste(KeyDecoder.text(ofPaste: bytes)))
  }

  /// Pasted text with LF between lines, which terminals send as CR.
  private static func text(ofPaste bytes: some Collection<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      if byte == 0x0D || byte == 0x0A && previous != 0x0D {
        text.append(0x0A)
      } else if byte != 0x0A {
        text.append(byte)
      }
      previous = byte
    }
    return String(decoding: text, as: UTF8.self)
  }
}
