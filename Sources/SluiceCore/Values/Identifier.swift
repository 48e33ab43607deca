public import FoundationEssentials

/// The public id of a `Subject`: a UUID made by the application, never by the database.
///
/// The phantom parameter keeps the id of a ticket from being passed where a project's is meant.
public struct Identifier<Subject>: Hashable, Sendable {
  /// The bits of the id.
  public let uuid: UUID

  /// Wraps a known UUID.
  public init(_ uuid: UUID) {
    self.uuid = uuid
  }

  /// Reads the usual 36-character form; `nil` for anything else.
  public init?(_ text: String) {
    var text = text
    guard let uuid = text.withUTF8(IdentifierText.read) else { return nil }
    self.uuid = uuid
  }

  /// A fresh random id.
  public static func make() -> Identifier {
    Identifier(UUID())
  }
}

extension Identifier: CustomStringConvertible {
  /// The lower-case 36-character form, as the wire and the command line print it.
  public var description: String {
    IdentifierText.text(of: uuid)
  }

  /// How many bytes that takes.
  public static var length: Int { IdentifierText.length }

  /// Writes the same to where there is room for it, and answers how many bytes it took.
  public func write(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    IdentifierText.write(uuid, to: buffer)
    return IdentifierText.length
  }
}
