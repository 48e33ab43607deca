public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// Applies one change as a whole, or changes nothing and throws.
  ///
  /// When it returns, the change survives a crash of the program and of the machine.
  public func apply(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    try locked { (store) throws(EngineError) in
      let writer = try writer(of: change, store, actor, progress)
      return try store.writing { () throws(EngineError) in try writer.write(change) }
    }
  }

  /// What `apply` would answer or throw now, without changing anything.
  public func preview(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    try locked { (store) throws(EngineError) in
      let writer = try writer(of: change, store, actor, progress)
      return try store.rehearsing { () throws(EngineError) in try writer.write(change) }
    }
  }

  /// Searching may take long, and is done while others may write.
  private func writer(
    of change: Change, _ store: Store, _ actor: Actor, _ progress: ChangeProgress?
  ) throws(EngineError) -> ChangeWriter {
    let signature = Store.Signature(actor: actor.name, agent: actor.agent, at: now())
    var writer = ChangeWriter(
      store: store, signature: signature, makeUUID: makeUUID, progress: progress)
    guard case .changeTickets(let set, _, _, _) = change, set.isSearched else { return writer }
    writer.search = try store.reading { () throws(EngineError) in try writer.search(for: set) }
    return writer
  }
}
