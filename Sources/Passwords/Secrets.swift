internal import CSodium

/// Secrets that nobody can guess, and what is kept of them.
public enum Secrets {
  /// Random bytes of the system's generator.
  public static func random(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, count)
    return bytes
  }

  /// The BLAKE2b hash of a secret that is long and random already, in 32 bytes.
  public static func digest(of secret: String) -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    var secret = secret
    secret.withUTF8 { bytes in
      _ = crypto_generichash(&digest, 32, bytes.baseAddress, UInt64(bytes.count), nil, 0)
    }
    return digest
  }

  /// A number below `bound`, each as likely as the others.
  public static func random(below bound: UInt32) -> UInt32 {
    randombytes_uniform(bound)
  }
}
