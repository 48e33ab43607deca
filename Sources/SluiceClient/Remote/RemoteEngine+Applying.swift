internal import SluiceAPI
public import SluiceCore
internal import WebCall

extension RemoteEngine {
  /// Applies one change as a whole, or changes nothing and throws.
  ///
  /// The server does not tell how far it has come: `progress` is asked once before anything is sent, so that the
  /// change can still be given up, and told the end.
  public func apply(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    if let progress, !progress(0, 1) {
      throw EngineError(.interrupted, "The change was given up; nothing was changed.")
    }
    let receipt = try apply(change, by: actor, as: .make())
    _ = progress?(1, 1)
    return receipt
  }

  /// Applies one change once, however often it is asked for under the same id.
  public func apply(
    _ change: Change, by actor: Actor, as id: Change.ID
  ) throws(EngineError) -> Receipt {
    do throws(EngineError) {
      return try applyOnce(change, by: actor, as: id)
    } catch {
      guard error.missing == "organization", moveHouse() else { throw error }
      return try applyOnce(change, by: actor, as: id)
    }
  }

  private func applyOnce(
    _ change: Change, by actor: Actor, as id: Change.ID
  ) throws(EngineError) -> Receipt {
    try line.require()
    var request = webRequest(.apply(change, agent: actor.agent))
    request.headers.append(WebRequest.Field("Idempotency-Key", id.description))
    line.beginChange()
    do {
      let reply = try patiently(true) { () throws(EngineError) in
        try replyOrRepetition(to: request)
      }
      let answer = try answer(in: reply)
      let receipt = try reading { () throws(WireFault) in try answer.receipt() }
      line.endChange(receipt.change)
      return receipt
    } catch {
      line.endChange(nil)
      throw error
    }
  }

  /// What `apply` would answer or throw now, without changing anything.
  ///
  /// What has been sent is not stopped: `progress` is only asked before.
  public func preview(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    if let progress, !progress(0, 1) {
      throw EngineError(.interrupted, "The change was given up; nothing was changed.")
    }
    let answer = try ask(.preview(change, agent: actor.agent))
    return try reading { () throws(WireFault) in try answer.receipt() }
  }

  /// The answer to a request with an id, sent once more if the first answer was lost.
  private func replyOrRepetition(to request: WebRequest) throws(EngineError) -> WebReply {
    do {
      return try transport.send(request)
    } catch {
      guard error.invitesRepetition else { throw failure(error) }
      return try reply(to: request)
    }
  }
}
