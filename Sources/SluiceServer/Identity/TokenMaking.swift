internal import Passwords
internal import SluiceCore
internal import SluiceEngine

/// A token that was made just now, with its secret, which nobody can learn again.
struct FreshToken: Sendable {
  let token: AccessToken
  let secret: String
}

extension AccessToken.Kind {
  /// What the secrets of the kind begin with, so that a lost one is known for what it is.
  var prefix: String {
    switch self {
    case .session: "slu_at_"
    case .refresh: "slu_rt_"
    case .apiKey: "alloy_live_"
    case .personal: "oi_pat_"
    case .agentRun: "slu_run_"
    }
  }
}

extension Directory {
  /// Makes a token with a secret of 256 random bits.
  func make(_ draft: AccessTokenDraft) throws(APIError) -> FreshToken {
    let secret = draft.kind.prefix + Base64URL.text(Secrets.random(32))
    return try translating { () throws(EngineError) in
      FreshToken(
        token: try add(draft, digest: Secrets.digest(of: secret)), secret: secret)
    }
  }
}

/// Bytes as text that may stand in an address: six bits for each character.
enum Base64URL {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

  /// The text of bytes, without padding.
  static func text(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    var bits = 0
    var count = 0
    for byte in bytes {
      bits = (bits << 8 | Int(byte)) & 0xffff
      count += 8
      while count >= 6 {
        count -= 6
        text.append(letters[bits >> count & 63])
      }
    }
    if count > 0 { text.append(letters[bits << (6 - count) & 63]) }
    return String(decoding: text, as: UTF8.self)
  }
}
