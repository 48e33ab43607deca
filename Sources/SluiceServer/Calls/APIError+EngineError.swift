internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore

extension APIError {
  /// What the engine threw, in the words of HTTP: the one table from its kinds of failure to statuses.
  init(_ error: EngineError) {
    let status =
      switch error.code {
      case .invalid: 400
      case .permission: 403
      case .notFound: 404
      case .conflict: 409
      case .refused: 422
      case .unavailable, .interrupted: 503
      case .storage: 507
      case .unusableFile: 500
      }
    self.init(
      status, error.code.rawValue, error.message, details: error.details,
      nextStep: error.nextStep, nextCommand: error.nextCommand)
    engine = error
    if status == 503 { headers.add("Retry-After", "1") }
  }
}

/// Runs a call of the engine, saying its error in the words of HTTP.
func translating<Value>(
  _ call: () throws(EngineError) -> Value
) throws(APIError) -> Value {
  do {
    return try call()
  } catch {
    throw APIError(error)
  }
}
