internal import CSQLite

/// A version of the SQLite library, such as 3.40.1.
public struct LibraryVersion: Hashable, Comparable, Sendable {
  /// `3040001` for 3.40.1.
  public let number: Int

  /// The version with that number, as `sqlite3_libversion_number` counts.
  public init(number: Int) {
    self.number = number
  }

  /// The version with these parts.
  public init(_ major: Int, _ minor: Int, _ patch: Int) {
    self.init(number: major * 1_000_000 + minor * 1_000 + patch)
  }

  /// The version that is linked.
  public static var linked: LibraryVersion {
    LibraryVersion(number: Int(sqlite3_libversion_number()))
  }

  /// The second part.
  public var minor: Int { number / 1_000 % 1_000 }

  /// Whether `left` is older.
  public static func < (left: LibraryVersion, right: LibraryVersion) -> Bool {
    left.number < right.number
  }
}

extension LibraryVersion: CustomStringConvertible {
  /// `3.40.1`.
  public var description: String {
    "\(number / 1_000_000).\(minor).\(number % 1_000)"
  }
}
