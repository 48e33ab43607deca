internal import SluiceStore
internal import Synchronization

extension LocalEngine {
  /// A descriptor that becomes readable when others may have changed the file; `nil` if there is none.
  ///
  /// Own changes make it readable too; `takeForeignChange` tells them apart. It is made when it is first
  /// asked for, as the system takes milliseconds to close one.
  public var changeDescriptor: Int32? {
    watch.withLock { watch in
      if watch == nil { watch = FileWatch(watchedPaths) }
      return watch?.descriptor
    }
  }

  /// Whether another connection has changed the file since the last call; also empties the descriptor.
  public func takeForeignChange() -> Bool {
    watch.withLock { $0?.drain() }
    return store.withLock { $0.takeForeignCommit() }
  }
}
