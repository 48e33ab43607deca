import Glibc
import SluiceClient
import SluiceCore

/// The file of a user's profiles, which holds secrets and is for that user's eyes alone.
struct ProfileFile: Sendable {
  let path: String

  init(_ folders: UserFolders) throws(Failure) {
    path = Files.absolute(try folders.configuration() + "/profiles.json")
  }

  /// The profiles; none if there is no file.
  ///
  /// - Throws: A failure if others may read it, or it is not one of profiles.
  func read() throws(Failure) -> ProfileBook {
    guard !Files.isMissing(path) else { return ProfileBook() }
    try requirePrivacy()
    do throws(ProfileFault) {
      return try ProfileBook(try bytes())
    } catch {
      throw Failure(
        exit: .configuration, code: "BAD_PROFILES",
        message: "The profiles in “\(path)” cannot be used. \(error.message)",
        nextStep: "Correct the file, or make it anew: move it away and sign in again.")
    }
  }

  /// Changes the profiles as a whole, while no other program does: whoever reads the file sees the old ones or
  /// the new ones.
  func change<Value>(
    _ edit: (inout ProfileBook) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try LockedFile(path: path).change(reading: read, writing: { $0.text }, edit)
  }

  private func bytes() throws(ProfileFault) -> [UInt8] {
    do throws(Failure) {
      return try Files.read(path)
    } catch {
      throw ProfileFault(error.message)
    }
  }

  private func requirePrivacy() throws(Failure) {
    var status = stat()
    guard stat(path, &status) == 0 else { throw .system(errno, "“\(path)” cannot be read") }
    guard status.st_uid == geteuid() else {
      throw Failure(
        exit: .configuration, code: "EXPOSED_PROFILES",
        message: "“\(path)” belongs to someone else, who could read the tokens in it.",
        nextStep: "Move it away, and sign in again.")
    }
    guard status.st_mode & 0o077 == 0 else {
      throw Failure(
        exit: .configuration, code: "EXPOSED_PROFILES",
        message: "Others may read “\(path)”, and there are tokens in it.",
        nextStep: "Close it to them; if they may have read it, sign out and in again.",
        nextCommand: "chmod 600 \(path.shellWord)")
    }
  }
}

/// The tokens of one profile.
struct ProfileTokens: TokenStore {
  let file: ProfileFile
  let name: String

  func replace(
    _ refused: SignInTokens, _ renew: (SignInTokens) -> SignInTokens?
  ) -> SignInTokens? {
    try? file.change { book in
      guard let kept = book.profiles[name]?.tokens else { return nil }
      if kept.access != refused.access { return kept }
      let fresh = renew(kept)
      if let fresh { book.profiles[name]?.tokens = fresh }
      return fresh
    }
  }
}
