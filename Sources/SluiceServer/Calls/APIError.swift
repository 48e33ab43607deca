internal import HTTPServer
internal import SluiceCore

/// Why a request was not done; nothing was changed.
struct APIError: Error, Hashable, Sendable {
  /// Such as 404.
  var status: Int
  /// The kind of failure, for programs.
  var code: String
  /// One sentence for a person.
  var message: String
  /// What programs need in order to react.
  var details: [String: JSONValue] = [:]
  /// What would help, as a sentence.
  var nextStep: String?
  /// What would help, as a command line.
  var nextCommand: String?
  var headers: HTTPHeaders = [:]
  /// What the engine threw, for another Sluice to throw again.
  var engine: EngineError?

  init(
    _ status: Int, _ code: String, _ message: String, details: [String: JSONValue] = [:],
    nextStep: String? = nil, nextCommand: String? = nil, headers: HTTPHeaders = [:]
  ) {
    self.status = status
    self.code = code
    self.message = message
    self.details = details
    self.nextStep = nextStep
    self.nextCommand = nextCommand
    self.headers = headers
  }
}

extension APIError {
  /// A request that makes no sense, whatever the state.
  static func malformed(_ message: String) -> APIError {
    APIError(400, "INVALID_REQUEST", message)
  }

  /// Something is not there, or is not the caller's to see.
  static func notFound(_ what: String, _ name: String) -> APIError {
    APIError(EngineError.notFound(what, name))
  }

  /// The caller may see it, and not do this with it.
  static func forbidden(_ message: String) -> APIError {
    APIError(403, "FORBIDDEN", message)
  }

  static func unauthorized(_ message: String) -> APIError {
    APIError(
      401, "UNAUTHORIZED", message, nextCommand: "sluice login",
      headers: ["WWW-Authenticate": "Bearer"])
  }

  /// Too much is asked at once; `seconds` says when to come back.
  static func tooMany(_ message: String, retryAfter seconds: Int) -> APIError {
    APIError(
      429, "TOO_MANY_REQUESTS", message, headers: ["Retry-After": String(seconds)])
  }

  /// The server has too much to do; `seconds` says when to come back.
  static func busy(_ message: String, retryAfter seconds: Int = 1) -> APIError {
    APIError(503, "UNAVAILABLE", message, headers: ["Retry-After": String(seconds)])
  }
}
