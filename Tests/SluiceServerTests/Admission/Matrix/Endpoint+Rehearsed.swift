import HTTPServer
import SluiceCore

@testable import SluiceServer

extension Endpoint {
  /// The same, but all that it has written is taken back once it is done, as if it had failed at the very end.
  var rehearsed: Endpoint {
    switch procedure {
    case .desk(let handler):
      Endpoint(
        route,
        .desk { call throws(APIError) in throw APIError(takingBack: try handler(call)) },
        isSecret: isSecret)
    case .password(let prepare, let finish):
      Endpoint(
        route,
        .password(
          prepare: prepare,
          finish: { call, verdict throws(APIError) in
            throw APIError(takingBack: try finish(call, verdict))
          }), isSecret: isSecret)
    case .errand, .free, .events: self
    }
  }
}

extension APIError {
  /// An answer that says yes, with what it has done taken back.
  fileprivate init(takingBack answer: Answer) {
    self.init(answer.status, "TAKEN_BACK", "It was done, and is undone.")
  }
}
