internal import Glibc
internal import SluiceCore
internal import SluiceEngine

/// The accounts of the users of this machine, who come in by the Unix socket and need no password.
struct UserAccounts: Sendable {
  /// Whether an account is made for a user who has none.
  let mayRegister: Bool
  /// Who runs the server, and so is its administrator.
  let owner: UInt32

  /// The account of a user; made on first use.
  func account(_ id: UInt32, _ directory: Directory) throws(APIError) -> Account? {
    try translating { () throws(EngineError) in
      if let account = try directory.account(userID: id) {
        return account.isActive ? account : nil
      }
      // Who runs the server could let themselves in anyway.
      guard mayRegister || id == owner else { return nil }
      let name = Self.name(of: id)
      return try directory.create(
        AccountDraft(
          handle: name ?? "uid\(id)", displayName: name ?? "User \(id)", userID: id,
          isInstanceAdmin: id == owner), passwordHash: nil)
    }
  }

  /// The name of a user to the system.
  private static func name(of id: UInt32) -> String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { buffer in
      guard let start = buffer.baseAddress,
        getpwuid_r(id, &entry, start, buffer.count, &found) == 0, found != nil,
        let name = entry.pw_name
      else { return nil }
      return String(cString: name)
    }
  }
}
