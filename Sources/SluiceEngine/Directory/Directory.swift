internal import FoundationEssentials
internal import SluiceCore
internal import SluiceStore

/// Who may come in, and what belongs to whom, over all organizations of a file.
///
/// It keeps and finds, and decides nothing about who may ask; that is for the server. Each call is a
/// transaction of its own, or a part of the one that `LocalEngine.transaction` has opened on the same thread.
/// May be called from any thread.
public final class Directory: Sendable {
  let store: SharedStore
  let now: @Sendable () -> Timestamp
  let makeUUID: @Sendable () -> UUID

  init(_ engine: LocalEngine) {
    store = engine.store
    now = engine.now
    makeUUID = engine.makeUUID
  }
}

extension LocalEngine {
  /// The accounts and organizations of the file.
  public var directory: Directory { Directory(self) }
}

extension Directory {
  /// Reads one consistent state.
  func reading<Output>(
    _ body: (Store) throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try store.withLock { (store) throws(EngineError) in
      try store.reading { () throws(EngineError) in try body(store) }
    }
  }

  /// Writes as a whole, or nothing.
  func writing<Output>(
    _ body: (Store) throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try store.withLock { (store) throws(EngineError) in
      try store.writing { () throws(EngineError) in try body(store) }
    }
  }

  /// Writes by one statement.
  func writingOnce<Output>(
    _ body: (Store) throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try store.withLock { (store) throws(EngineError) in
      try store.writingOnce { () throws(EngineError) in try body(store) }
    }
  }

  func makeID<Subject>() -> Identifier<Subject> {
    Identifier(makeUUID())
  }

  func judging<Output>(_ rule: () throws(Rejection) -> Output) throws(EngineError) -> Output {
    do {
      return try rule()
    } catch {
      throw EngineError(error)
    }
  }
}

extension Store {
  func existing(_ id: Account.ID) throws(EngineError) -> StoredAccount {
    if let found = try account(.id(id)) { return found }
    throw .notFound("account", "\(id)")
  }

  /// The view of an organization.
  func existing(_ id: Organization.ID) throws(EngineError) -> Store {
    if let row = try organizationRow(id) { return scoped(to: row) }
    throw .notFound("organization", "\(id)")
  }
}
