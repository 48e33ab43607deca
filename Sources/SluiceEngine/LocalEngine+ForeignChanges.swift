internal import SluiceStore

extension LocalEngine {
  /// A descriptor that becomes readable when others may have changed the file; `nil` if there is none.
  ///
  /// Own changes make it readable too; `takeForeignChange` tells them apart. It is made when it is first
  /// asked for, as the system takes milliseconds to close one.
  public var changeDescriptor: Int32? {
    store.watch.descriptor
  }

  /// Whether another connection has changed the file since the last call; also empties the descriptor.
  public func takeForeignChange() -> Bool {
    store.watch.drain()
    return store.withLock { $0.takeForeignCommit() }
  }
}
