/// What a byte does in each state.
extension KeyDecoder {
  mutating func finish(_ key: Key?) {
    state = .ground
    if let key { events.append(.key(key)) }
  }

  mutating func feedGround(_ byte: UInt8) {
    switch byte {
    case 0x1B: state = .escape
    // Terminals send CR for Enter; LF comes from those that translate it and from Control-J.
    case 0x0A, 0x0D: finish(.enter)
    case 0x09: finish(.tab)
    case 0x08, 0x7F: finish(.backspace)
    case 0x00..<0x20: finish(.control(Character(Unicode.Scalar(byte | 0x40).lowercased)))
    case 0x20..<0x7F: finish(.character(Character(Unicode.Scalar(byte))))
    case 0xC2...0xF4: state = .character([byte])
    default: finish(.character("\u{FFFD}"))
    }
  }

  mutating func feedEscape(_ byte: UInt8) {
    switch Unicode.Scalar(byte) {
    case "[": state = .sequence([])
    case "O": state = .single
    case "]", "P", "X", "^", "_": state = .string(start: byte, count: 0, sawEscape: false)
    case "!"..."~": finish(.alt(Character(Unicode.Scalar(byte))))
    default:
      finish(.escape)
      feed(byte)
    }
  }

  mutating func feedSequence(_ byte: UInt8, after parameters: [UInt8]) {
    switch byte {
    case 0x20..<0x40 where parameters.count < KeyDecoder.longestSequence:
      state = .sequence(parameters + [byte])
    case UInt8(ascii: "[") where parameters.isEmpty: state = .console
    case 0x40..<0x7F:
      state = .ground
      switch ControlSequence.meaning(final: byte, parameters: parameters) {
      case .key(let key): events.append(.key(key))
      case .pasteStart: state = .paste([])
      case .unknown: break
      }
    default:
      state = .ground
      feed(byte)
    }
  }

  mutating func feedString(_ byte: UInt8, start: UInt8, count: Int, sawEscape: Bool) {
    let isEnd = byte == 0x07 || sawEscape && byte == UInt8(ascii: "\\")
    state =
      isEnd || count >= KeyDecoder.longestString
      ? .ground : .string(start: start, count: count + 1, sawEscape: byte == 0x1B)
  }

  mutating func feedCharacter(_ byte: UInt8, after bytes: [UInt8]) {
    guard byte & 0xC0 == 0x80 else {
      finish(.character("\u{FFFD}"))
      return feed(byte)
    }
    let bytes = bytes + [byte]
    let needed = bytes[0] < 0xE0 ? 2 : bytes[0] < 0xF0 ? 3 : 4
    guard bytes.count == needed else {
      state = .character(bytes)
      return
    }
    finish(.character(String(decoding: bytes, as: UTF8.self).first ?? "\u{FFFD}"))
  }
}

extension Unicode.Scalar {
  fileprivate var lowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}
