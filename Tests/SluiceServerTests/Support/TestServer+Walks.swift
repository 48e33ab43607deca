import ServerWalks
import SluiceCore

extension TestServer {
  /// Answers a request of a walk.
  func answer(_ request: Walk.Request) throws -> Walk.Answer {
    let reply = try ask(request.method, request.target, token: request.token, request.body)
    return Walk.Answer(status: reply.status, text: reply.text)
  }
}

extension Reply {
  /// What the reply lacks of a literal.
  func lacks(_ literal: String) -> String? {
    JSONValue(literal: literal).difference(from: json)
  }
}
