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

  static let endOfPaste = Array("\u{1B}[201~".utf8)
  static let longestSequence = 64
  static let longestString = 4096

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
