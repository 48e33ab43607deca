internal import CSodium

/// Hashes passwords so that a stolen database does not give them away.
///
/// Argon2id at the library's interactive cost, a salt of its own in every hash. A hash takes about a tenth of
/// a second and 64 MiB, so a caller makes one at a time.
public enum Passwords {
  /// The most bytes of a password; more would only serve to keep the server busy.
  public static let maximumLength = 1_024

  /// A hash of a password, as text that names its own cost.
  ///
  /// - Throws: `PasswordFault` if the password is too long or the machine lacks the memory.
  public static func hash(of password: String) throws(PasswordFault) -> String {
    try check(password)
    var hash = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let status = crypto_pwhash_str(
      &hash, password, UInt64(password.utf8.count), operations, memory)
    guard status == 0 else { throw .outOfMemory }
    return String(decoding: hash.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a hash is of this password; takes as long as making one.
  public static func matches(_ password: String, hash: String) -> Bool {
    guard (try? check(password)) != nil else { return false }
    return crypto_pwhash_str_verify(hash, password, UInt64(password.utf8.count)) == 0
  }

  /// Whether a hash was made at another cost than new ones are, and should be made anew.
  public static func isDated(_ hash: String) -> Bool {
    crypto_pwhash_str_needs_rehash(hash, operations, memory) != 0
  }

  private static let operations = UInt64(crypto_pwhash_OPSLIMIT_INTERACTIVE)
  private static let memory = Int(crypto_pwhash_MEMLIMIT_INTERACTIVE)

  private static func check(_ password: String) throws(PasswordFault) {
    guard sodium_init() >= 0 else { throw .outOfMemory }
    guard password.utf8.count <= maximumLength else { throw .tooLong }
  }
}

/// Why a password could not be hashed.
public enum PasswordFault: Error, Hashable, Sendable {
  /// It has more bytes than `Passwords.maximumLength`.
  case tooLong
  /// The machine lacks the memory for a hash.
  case outOfMemory
}
