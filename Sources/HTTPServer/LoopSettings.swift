internal import Glibc

/// What all loops of a server have in common.
struct LoopSettings {
  let limits: HTTPLimits
  let identity: TLSIdentity?
}

/// The certificate and the key of a server, as PEM.
struct TLSIdentity {
  let certificate: String
  let key: String

  init(_ files: HTTPCertificate) throws(HTTPFault) {
    certificate = try Self.read(files.certificate)
    key = try Self.read(files.key)
  }

  private static let limit = 1 << 20

  private static func read(_ path: String) throws(HTTPFault) -> String {
    guard let file = fopen(path, "re") else {
      throw .badCertificate("\(path): \(Socket.reason)")
    }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: limit)
    let count = fread(&bytes, 1, bytes.count, file)
    guard count > 0, count < limit, !bytes[..<count].contains(0) else {
      throw .badCertificate("\(path): not a file of PEM")
    }
    return String(decoding: bytes[..<count], as: UTF8.self)
  }
}
