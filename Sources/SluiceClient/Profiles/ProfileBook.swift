internal import SluiceCore

/// A person's profiles by name, and which of them is used where none is named.
public struct ProfileBook: Hashable, Sendable {
  /// The profiles.
  public var profiles: [String: ServerProfile]
  /// The one that is used where none is named; `nil` for the local file.
  public var current: String?

  /// A book with its parts.
  public init(profiles: [String: ServerProfile] = [:], current: String? = nil) {
    self.profiles = profiles
    self.current = current
  }

  /// The names in order.
  public var names: [String] { profiles.keys.sorted() }

  /// What stands for no profile, so that none is called so.
  public static let local = "local"

  /// Whether a profile may be called so: letters, digits and `-_.` of ASCII, beginning with one of the first
  /// two, at most 60.
  public static func isName(_ text: String) -> Bool {
    let isPlain = text.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5a).contains($0) || (0x61...0x7a).contains($0)
        || [0x2d, 0x2e, 0x5f].contains($0)
    }
    return isPlain && !text.isEmpty && text.count <= 60 && !"-._".contains(text.prefix(1))
      && text != local
  }
}

extension ProfileBook {
  /// Reads the bytes of a file.
  ///
  /// - Throws: A fault that names the line of what is not JSON, or the profile that is not one.
  public init(_ bytes: [UInt8]) throws(ProfileFault) {
    let root: JSONValue
    do {
      root = try JSONReader.read(SourceText(bytes)).value
    } catch {
      throw ProfileFault("Line \(error.line): \(error.message)")
    }
    guard case .object(let entries)? = root["profiles"] else {
      throw ProfileFault("There is no object “profiles” in it.")
    }
    self.init(current: root["current"]?.text)
    for (name, entry) in entries { profiles[name] = try ServerProfile(entry, named: name) }
    if let current, profiles[current] == nil {
      throw ProfileFault("There is no profile “\(current)”, which should be the current one.")
    }
  }

  /// The text of a file.
  public var text: String {
    let entries = profiles.mapValues { JSONValue.object($0.members) }
    return JSONPrinter.text(
      .object(["current": .optional(current), "profiles": .object(entries)])) + "\n"
  }
}
