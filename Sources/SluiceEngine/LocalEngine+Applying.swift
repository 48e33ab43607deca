public import SluiceCore
internal import SluiceStore
internal import Synchronization

extension LocalEngine {
  /// Applies one change as a whole, or changes nothing and throws.
  ///
  /// When it returns, the change survives a crash of the program and of the machine.
  public func apply(_ change: Change, by actor: Actor) throws(EngineError) -> Receipt {
    let signature = Store.Signature(actor: actor.name, at: now())
    return try store.withLock { (store) throws(EngineError) in
      let writer = ChangeWriter(store: store, signature: signature, makeUUID: makeUUID)
      return try writer.apply(change)
    }
  }
}
