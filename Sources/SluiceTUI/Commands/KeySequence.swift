public import Drawing

/// One key, or several to be pressed one after the other.
public struct KeySequence: Hashable, Sendable {
  /// The keys in their order; never empty.
  public let keys: [Key]

  init(_ keys: [Key]) {
    self.keys = keys
  }

  /// Reads names with blanks between them, as settings write them: `g`, `C-x n`, `S-left`.
  ///
  /// - Throws: A ``KeyFault`` for a name there is no key for, or one that terminals cannot tell apart.
  public init(reading text: String) throws(KeyFault) {
    var keys: [Key] = []
    for name in text.split(separator: " ") { keys.append(try Key(reading: name)) }
    guard !keys.isEmpty else { throw KeyFault("A key needs a name, such as “g” or “C-x n”.") }
    self.keys = keys
  }

  /// Whether it is typed on the way to the other, which is longer.
  func begins(_ other: KeySequence) -> Bool {
    keys.count < other.keys.count && other.keys.starts(with: keys)
  }

  /// As settings write it.
  public var name: String { keys.map(\.settingsName).joined(separator: " ") }

  /// As the screen shows it.
  public var shown: String { keys.map(\.shown).joined(separator: " ") }
}

extension KeySequence: ExpressibleByStringLiteral {
  /// A sequence of the program's own tables, which a test reads as settings are read.
  public init(stringLiteral text: String) {
    // The table is read at each start, and most of its names are a letter or a control key.
    let short = Key(letterOrControl: text.utf8).map { [$0] }
    self.init(short ?? text.split(separator: " ").compactMap { try? Key(reading: $0) })
  }
}

/// Why a text names no key.
public struct KeyFault: Error, Equatable {
  /// A sentence.
  public let message: String

  init(_ message: String) {
    self.message = message
  }
}
