internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore

extension Answer {
  /// The answer as it goes over the wire.
  var response: HTTPResponse {
    var response = HTTPResponse(status, headers: headers)
    response.headers.add("Cache-Control", "no-store")
    switch body {
    case .none: break
    case .json(let value):
      response.headers.add("Content-Type", "application/json")
      response.body = .bytes(JSONBytes.write(value))
    case .bytes(let bytes, let type):
      response.headers.add("Content-Type", type)
      response.body = .bytes(bytes)
    }
    return response
  }
}

extension APIError {
  /// The failure as it goes over the wire.
  ///
  /// Source: Alloy, “Errors”, and design, rule 11.
  var answer: Answer {
    if let engine {
      // What the engine threw, so that the remote engine of another Sluice throws the same.
      var parts: [String: JSONValue] = ["next_command": .optional(nextCommand)]
      if !details.isEmpty { parts["details"] = .object(details) }
      return Answer(
        status: status, body: .json(.object(["error": engine.wire.adding(parts)])),
        headers: headers)
    }
    var members: [String: JSONValue] = [
      "code": .string(code), "message": .string(message), "details": .object(details),
      "next_command": .optional(nextCommand),
    ]
    if let nextStep { members["next_step"] = .string(nextStep) }
    return Answer(
      status: status, body: .json(.object(["error": .object(members)])), headers: headers)
  }

  /// A refusal of the part that reads HTTP.
  init(_ refusal: HTTPRefusal) {
    let codes = [
      400: "INVALID_REQUEST", 408: "TIMEOUT", 413: "PAYLOAD_TOO_LARGE",
      431: "HEADERS_TOO_LARGE", 503: "UNAVAILABLE", 500: "INTERNAL",
    ]
    self.init(refusal.status, codes[refusal.status] ?? "INVALID_REQUEST", refusal.reason)
    if status == 503 { headers.add("Retry-After", "1") }
  }
}
