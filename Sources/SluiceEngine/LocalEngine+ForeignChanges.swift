internal import SluiceStore
internal import Synchronization

extension LocalEngine {
  /// A descriptor that becomes readable when others may have changed the file; `nil` if there is none.
  ///
  /// Own changes make it readable too; `takeForeignChange` tells them apart.
  public var changeDescriptor: Int32? { watch?.descriptor }

  /// Whether another connection has changed the file since the last call; also empties the descriptor.
  public func takeForeignChange() -> Bool {
    watch?.drain()
    return store.withLock { $0.takeForeignCommit() }
  }
}
