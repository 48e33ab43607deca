/// Makes keys of the bytes a terminal sends and of the keys its terminfo entry already told apart.
///
/// Whole sequences nobody asked for (replies, reports, unknown keys) are swallowed, so that their
/// tails never act as commands. Escape followed by more within one batch is Alt or a sequence;
/// ``endBatch()`` makes a lone one the Escape key.
public struct KeyDecoder {
  enum State: Equatable {
    case ground
    case escape
    /// `ESC [` and the parameters so far.
    case sequence([UInt8])
    /// `ESC O`.
    case single
    /// `ESC [ [`, the console's function keys.
    case console
    /// A string such as `ESC ]` up to its terminator, and how it began.
    case string(start: UInt8, count: Int, sawEscape: Bool)
    /// The first bytes of a character.
    case character([UInt8])
    case paste([UInt8])
  }

  /// The longest paste kept; the rest of a longer one is left out.
  public static let longestPaste = 4 << 20

  private static let endOfPaste = Array("\u{1B}[201~".utf8)
  private static let longestSequence = 64
  private static let longestString = 4096

  var state = State.ground
  var events: [InputEvent] = []

  /// Creates a decoder that expects the start of a key.
  public init() {}

  /// Whether a paste has begun and not ended.
  public var isPasting: Bool {
    if case .paste = state { return true }
    return false
  }

  /// Whether part of a sequence is still to come.
  public var isWaiting: Bool { state != .ground }

  /// How many bytes may be read before the paste can have ended, 1 at least.
  ///
  /// Whoever reads no more than that never takes a byte that belongs to the keys after it.
  public var bytesToEndOfPaste: Int {
    guard case .paste(let bytes) = state else { return 1 }
    let end = KeyDecoder.endOfPaste
    let begun = (0..<end.count).reversed().first { bytes.suffix($0).elementsEqual(end.prefix($0)) }
    return end.count - (begun ?? 0)
  }

  /// Takes all events decoded so far.
  public mutating func takeEvents() -> [InputEvent] {
    defer { events = [] }
    return events
  }

  /// Takes a key that is known already.
  public mutating func feed(_ key: Key) {
    endBatch()
    events.append(.key(key))
  }

  /// Takes the mark that starts a paste.
  public mutating func beginPaste() {
    endBatch()
    state = .paste([])
  }

  /// Takes one byte.
  public mutating func feed(_ byte: UInt8) {
    switch state {
    case .ground: feedGround(byte)
    case .escape: feedEscape(byte)
    case .sequence(let parameters): feedSequence(byte, after: parameters)
    case .single: finish(ControlSequence.key(single: byte))
    case .console: finish(ControlSequence.key(console: byte))
    case .string(let start, let count, let sawEscape):
      feedString(byte, start: start, count: count, sawEscape: sawEscape)
    case .character(let bytes): feedCharacter(byte, after: bytes)
    case .paste: feedPaste(byte)
    }
  }

  /// Ends a batch: what has begun and cannot be told from a key pressed alone becomes that key.
  public mutating func endBatch() {
    switch state {
    case .escape: finish(.escape)
    case .sequence([]): finish(.alt("["))
    case .single: finish(.alt("O"))
    case .string(let start, 0, _): finish(.alt(Character(Unicode.Scalar(start))))
    default: break
    }
  }

  /// Gives up on what has begun, when the rest of it is long overdue; a paste ends where it stands.
  public mutating func abandon() {
    if case .paste(let bytes) = state { endPaste(bytes) }
    state = .ground
  }
}

extension KeyDecoder {
  private mutating func finish(_ key: Key?) {
    state = .ground
    if let key { events.append(.key(key)) }
  }

  private mutating func feedGround(_ byte: UInt8) {
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

  private mutating func feedEscape(_ byte: UInt8) {
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

  private mutating func feedSequence(_ byte: UInt8, after parameters: [UInt8]) {
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

  private mutating func feedString(_ byte: UInt8, start: UInt8, count: Int, sawEscape: Bool) {
    let isEnd = byte == 0x07 || sawEscape && byte == UInt8(ascii: "\\")
    state =
      isEnd || count >= KeyDecoder.longestString
      ? .ground : .string(start: start, count: count + 1, sawEscape: byte == 0x1B)
  }

  private mutating func feedCharacter(_ byte: UInt8, after bytes: [UInt8]) {
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

  private mutating func feedPaste(_ byte: UInt8) {
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

  private mutating func endPaste(_ bytes: some Collection<UInt8>) {
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

extension Unicode.Scalar {
  fileprivate var lowercased: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}
