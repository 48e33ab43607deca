internal import SQLite
public import SluiceCore

/// A transaction that the calls of several requests share.
struct OpenGroup {
  /// What was known of workflows before it.
  let known: KnownWorkflows
  /// How far the request has come that is being answered; `nil` between two.
  var step: Step?
  /// Why nothing of it can be kept.
  var failure: EngineError?

  /// How far a request has come.
  enum Step {
    /// It has only read so far.
    case reading
    /// There is a savepoint, and nothing was written since.
    case marked
    /// It has written since its savepoint.
    case written
  }
}

extension Store {
  /// Opens a transaction in which any number of requests are answered, each whole or not at all.
  ///
  /// - Throws: `unavailable` if others do not let the file be written to for too long.
  public func beginGroup() throws(EngineError) {
    guard connection.group == nil else {
      throw EngineError(.invalid, "A group of requests is open already.")
    }
    try beginWriting()
    connection.group = OpenGroup(known: connection.workflows)
  }

  /// Makes durable what the requests of the group have written.
  ///
  /// - Throws: What keeps all of them from being kept; nothing remains then.
  public func commitGroup() throws(EngineError) {
    guard let group = connection.group else { return }
    connection.group = nil
    defer { endErasing() }
    do throws(EngineError) {
      if let failure = group.failure { throw failure }
      try translating { () throws(SQLiteError) in try database.commit() }
    } catch {
      database.rollBack()
      connection.workflows = group.known
      throw error
    }
    connection.hasCommitted = true
  }

  /// Answers one request: all that `body` writes is kept or, if it throws, nothing.
  ///
  /// Within a group it costs two statements if it writes, and none if it only reads. Without one it is a
  /// transaction of its own.
  ///
  /// - Throws: Failures of the file; those of the request are in the result.
  public func request<Output, Failure: Error>(
    _ body: () throws(Failure) -> Output
  ) throws(EngineError) -> Result<Output, Failure> {
    guard let group = connection.group else { return try groupOfOne(body) }
    if let failure = group.failure { throw failure }
    guard group.step == nil else { return try inSavepoint(isKept: true, body) }
    let known = connection.workflows
    connection.group?.step = .reading
    defer { connection.group?.step = nil }
    let result = Result(catching: body)
    do throws(EngineError) {
      if case .success = result {
        try end(connection.group?.step ?? .reading, isKept: true)
      } else {
        connection.workflows = known
        try end(connection.group?.step ?? .reading, isKept: false)
      }
    } catch {
      connection.group?.failure = error
      throw error
    }
    return result
  }

  private func groupOfOne<Output, Failure: Error>(
    _ body: () throws(Failure) -> Output
  ) throws(EngineError) -> Result<Output, Failure> {
    try beginGroup()
    do throws(EngineError) {
      let result = try request(body)
      if case .failure = result {
        abandonGroup()
      } else {
        try commitGroup()
      }
      return result
    } catch {
      abandonGroup()
      throw error
    }
  }

  /// Takes back all that the requests of the group have written.
  private func abandonGroup() {
    guard let group = connection.group else { return }
    connection.group = nil
    database.rollBack()
    connection.workflows = group.known
    endErasing()
  }

  private func end(_ step: OpenGroup.Step, isKept: Bool) throws(EngineError) {
    try checkGroup()
    switch step {
    case .reading: break
    case .marked: try run("RELEASE request")
    case .written:
      if !isKept { try run("ROLLBACK TO request") }
      try run("RELEASE request")
    }
  }

  /// Some failures make SQLite take back the whole transaction, and the neighbours with it.
  private func checkGroup() throws(EngineError) {
    if let failure = connection.group?.failure { throw failure }
    guard !database.isInTransaction else { return }
    let failure = EngineError(
      .storage, "“\(path)” could not be written; nothing was changed.",
      nextStep: "Look at the disk and try again.")
    connection.group?.failure = failure
    throw failure
  }
}

extension Store {
  func writingInGroup<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    guard connection.group?.step != nil else {
      return try request { () throws(EngineError) in try writing(body) }.get()
    }
    return try inSavepoint(isKept: true, body).get()
  }

  /// Writes by one statement, which is whole by itself, so that a request that has written before needs no
  /// further savepoint.
  public func writingOnce<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    guard connection.group?.step != nil else { return try writing(body) }
    try checkGroup()
    if connection.group?.step == .reading { try run("SAVEPOINT request") }
    connection.group?.step = .written
    do {
      return try body()
    } catch {
      if !database.isInTransaction { connection.group?.failure = error }
      throw error
    }
  }

  func rehearsingInGroup<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    guard connection.group?.step != nil else {
      return try request { () throws(EngineError) in try rehearsing(body) }.get()
    }
    return try inSavepoint(isKept: false, body).get()
  }

  /// Does a part of a request whole or not at all.
  ///
  /// What is written first needs no savepoint beside that of the request.
  private func inSavepoint<Output, Failure: Error>(
    isKept: Bool, _ body: () throws(Failure) -> Output
  ) throws(EngineError) -> Result<Output, Failure> {
    try checkGroup()
    let isFirst = connection.group?.step != .written
    if connection.group?.step == .reading {
      try run("SAVEPOINT request")
    } else if !isFirst {
      try run("SAVEPOINT part")
    }
    connection.group?.step = .written
    beginChange()
    let known = connection.workflows
    let result = Result(catching: body)
    if isKept, case .success = result {
      if !isFirst { try run("RELEASE part") }
      return result
    }
    connection.workflows = known
    if case .failure(let error as EngineError) = result, !database.isInTransaction {
      connection.group?.failure = error
      throw error
    }
    try checkGroup()
    try takeBack(isFirst: isFirst)
    return result
  }

  private func takeBack(isFirst: Bool) throws(EngineError) {
    if isFirst {
      try run("ROLLBACK TO request")
      connection.group?.step = .marked
    } else {
      try run("ROLLBACK TO part")
      try run("RELEASE part")
    }
  }
}
