internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore

/// Answers requests: finds the route, reads what came, and sees that it is done.
final class Service: HTTPHandler {
  private let parts: Parts
  private let names = RequestNames()

  init(_ parts: Parts) {
    self.parts = parts
  }

  func handle(_ request: HTTPRequest, _ reply: HTTPReply) {
    switch parts.table.match(request.method, request.segments) {
    case .found(let index, let parameters):
      let endpoint = parts.endpoints[index]
      let exchange = exchange(request, reply, path: endpoint.route.path.text)
      let reader = RequestReader(
        request: request, endpoint: endpoint, schemas: parts.table.schemas)
      let input = Attempt.Input(catching: { () throws(APIError) in
        (query: try reader.query(), body: try reader.body())
      })
      Attempt(parts, exchange, route: index, parameters: parameters, input: input).begin()
    case .otherMethods(let allowed):
      exchange(request, reply, path: "-").send(Self.other(request.method, allowed))
    case .nothing:
      let isServer = request.method == "OPTIONS" && request.path == "*"
      exchange(request, reply, path: "-").send(
        isServer ? .success(.noContent) : .failure(Self.nothing))
    }
  }

  func response(to refusal: HTTPRefusal) -> HTTPResponse {
    let error = APIError(refusal)
    parts.log.note(
      "refusal", [LogField("status", error.status), LogField("reason", error.message)])
    return error.answer.response
  }

  private func exchange(_ request: HTTPRequest, _ reply: HTTPReply, path: String) -> Exchange {
    Exchange(request, reply, id: names.next(), path: path, log: parts.log)
  }

  private static func other(_ method: String, _ allowed: [String]) -> Result<Answer, APIError> {
    let list = allowed.joined(separator: ", ")
    if method == "OPTIONS" {
      return .success(Answer(status: 204, body: .none, headers: ["Allow": list]))
    }
    return .failure(
      APIError(
        405, "METHOD_NOT_ALLOWED", "This path takes \(list), and not \(method).",
        headers: ["Allow": list]))
  }

  private static let nothing = APIError(
    404, "NOT_FOUND", "There is no such path.",
    nextStep: "GET /openapi.json tells which there are.")
}
