internal import SluiceStore
internal import Synchronization

extension LocalEngine {
  /// A descriptor that becomes readable when others may have changed the file.
  public var changeDescriptor: Int32? { nil }

  /// Whether another connection has changed the file since the last call.
  public func takeForeignChange() -> Bool {
    store.withLock { $0.takeForeignCommit() }
  }
}
