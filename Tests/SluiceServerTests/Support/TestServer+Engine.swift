import SluiceAPI
import SluiceCore

@testable import SluiceServer

extension TestServer {
  /// Makes a call of an engine, as the remote engine of another Sluice would.
  func call(
    _ call: EngineCall, of organization: String, token: String?
  ) throws -> (status: Int, answer: EngineAnswer) {
    let request = call.request
    let path = (["api", "v1", "orgs", organization, "engine"] + request.segments)
      .map(escaped).joined(separator: "/")
    let query = request.query.map { "\(escaped($0.name))=\(escaped($0.value))" }
    let reply = try ask(
      request.kind.method, "/\(path)" + (query.isEmpty ? "" : "?" + query.joined(separator: "&")),
      token: token, String(decoding: request.body ?? [], as: UTF8.self))
    return (reply.status, try EngineAnswer(Array(reply.text.utf8)))
  }

  private func escaped(_ text: String) -> String {
    text.utf8.map { byte in
      let isPlain =
        byte == 0x2d || byte == 0x2e || byte == 0x5f || (0x30...0x39).contains(byte)
        || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
      let digits = String(byte, radix: 16)
      return isPlain
        ? String(UnicodeScalar(byte)) : "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}
