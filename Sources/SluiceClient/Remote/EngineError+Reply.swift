internal import SluiceAPI
internal import SluiceCore
internal import WebCall

extension EngineError {
  /// Why a server did not do what was asked: its engine's own failure where there is one.
  init(refusal reply: WebReply) {
    let answer = try? EngineAnswer(reply.body)
    if let failure = answer?.failure {
      self = failure
      return
    }
    let refusal = answer?.refusal
    let next = reply.status == 401 ? "Sign in with “sluice login”." : nil
    self.init(
      Code(status: reply.status),
      refusal?.message ?? Self.noReason(reply.status),
      nextStep: refusal?.nextStep ?? next, missing: reply.status == 401 ? "session" : nil)
  }

  private static func noReason(_ status: Int) -> String {
    "What answers says \(status) and no more; it is no Sluice server, or one of another version."
  }

  /// An answer that this version does not understand.
  init(_ fault: WireFault) {
    let place = fault.place.isEmpty ? "" : " at \(fault.place)"
    self.init(
      .unavailable, "The server's answer was not understood\(place): \(fault.message)",
      nextStep: "Use the same version of sluice and sluiced.")
  }
}

extension EngineError.Code {
  /// What a status means to whoever uses an engine.
  fileprivate init(status: Int) {
    self =
      switch status {
      case 401, 403: .permission
      case 404, 410: .notFound
      case 409, 412: .conflict
      case 422: .refused
      case 400..<500 where status != 408 && status != 429: .invalid
      default: .unavailable
      }
  }
}
