internal import SQLite
public import SluiceCore

extension Store {
  /// Reads with all statements seeing the same state.
  public func reading<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    guard connection.group == nil, !connection.isLooking else { return try body() }
    try translating { () throws(SQLiteError) in try database.beginReading() }
    // Nothing was written, so ending the transaction either way gives up no more than locks.
    defer { database.rollBack() }
    return try body()
  }

  /// Lets several reads see the same state, by one transaction for all.
  public func looking<Output, Failure: Error>(
    _ body: () throws(Failure) -> Output
  ) throws(EngineError) -> Result<Output, Failure> {
    guard connection.group == nil, !connection.isLooking else { return Result(catching: body) }
    try translating { () throws(SQLiteError) in try database.beginReading() }
    connection.isLooking = true
    defer {
      connection.isLooking = false
      database.rollBack()
    }
    return Result(catching: body)
  }

  /// Opens a transaction that may write.
  ///
  /// - Throws: `invalid` while several reads see the same state, for others may have changed it since.
  func beginWriting() throws(EngineError) {
    guard !connection.isLooking else {
      throw EngineError(.invalid, "What only looks cannot change anything.")
    }
    try translating { () throws(SQLiteError) in try database.beginWriting() }
  }

  /// Writes as a whole or, if `body` throws, not at all.
  ///
  /// When it returns, what was written survives a crash of the program and of the machine; within a group,
  /// once that is committed.
  public func writing<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    guard connection.group == nil else { return try writingInGroup(body) }
    defer { endErasing() }
    let known = connection.workflows
    let output = try attempting(body)
    do {
      try translating { () throws(SQLiteError) in try database.commit() }
    } catch {
      // What was not kept must not be taken for known.
      connection.workflows = known
      throw error
    }
    connection.hasCommitted = true
    return output
  }

  /// Does all that `body` does and then takes it back.
  public func rehearsing<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    guard connection.group == nil else { return try rehearsingInGroup(body) }
    let known = connection.workflows
    defer {
      endErasing()
      connection.workflows = known
    }
    let output = try attempting(body)
    database.rollBack()
    return output
  }

  private func attempting<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try beginWriting()
    beginChange()
    let known = connection.workflows
    do {
      return try body()
    } catch {
      database.rollBack()
      // A revision that was not made may be made again, and otherwise.
      connection.workflows = known
      throw error
    }
  }

  /// Lets the next event be the first of a change.
  public func beginChange() {
    connection.change = nil
  }

  /// Notes the first event of a change.
  func note(firstEvent sequence: Int64) {
    connection.change = connection.change ?? sequence
  }
}
