internal import Passwords
internal import SluiceCore
internal import SluiceEngine

/// The codes that let people register.
enum Invitations {
  /// How long one is good for, in seconds.
  static let seconds: Int64 = 7 * 86_400

  /// Makes an invitation to the server alone, by its first administrator; answers its code.
  ///
  /// - Throws: `refused` while nobody has an account that could be the one who invites.
  static func make(
    _ directory: Directory, email: String?, now: Timestamp
  ) throws(EngineError) -> String {
    let code = "slu_in_" + Base64URL.text(Secrets.random(32))
    guard let host = try directory.firstAdministrator() else {
      throw EngineError(
        .refused, "Nobody is there who could invite.",
        nextStep: "Make the first account: sluiced user add EMAIL --admin")
    }
    _ = try directory.add(
      InvitationDraft(
        email: email, expiresAt: now.advanced(bySeconds: seconds), createdBy: host.id),
      digest: Secrets.digest(of: code))
    return code
  }
}
