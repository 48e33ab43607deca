public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// Runs several calls as a whole: what they write is kept together or, if `body` throws, not at all.
  ///
  /// The calls may be of any engine and directory of this file, from this thread. Within `group` it is one of
  /// the group's requests, and durable once that has returned; elsewhere it is durable when it returns. A
  /// change that `body` catches the failure of has changed nothing.
  ///
  /// - Throws: What `body` throws, or what keeps the file from being written.
  public func transaction<Output>(
    _ body: () throws(EngineError) -> Output
  ) throws(EngineError) -> Output {
    try attempt(body).get()
  }

  /// Runs several calls as a whole, as `transaction` does, and answers with any kind of failure.
  ///
  /// - Throws: What keeps the file from being written; what `body` throws is in the result.
  public func attempt<Output, Failure: Error>(
    _ body: () throws(Failure) -> Output
  ) throws(EngineError) -> Result<Output, Failure> {
    try store.withLock { (store) throws(EngineError) in try store.request(body) }
  }

  /// Lets several reads, of any engine and directory of this file, see the state of one moment; that also
  /// costs less than a transaction for each.
  ///
  /// - Throws: What keeps the file from being read; what `body` throws is in the result.
  public func look<Output, Failure: Error>(
    _ body: () throws(Failure) -> Output
  ) throws(EngineError) -> Result<Output, Failure> {
    try store.withLock { (store) throws(EngineError) in try store.looking(body) }
  }

  /// Lets many requests share one transaction, whose durability costs as much as that of one.
  ///
  /// `body` calls `transaction` or `attempt` for each request; one that fails takes back what it wrote and
  /// leaves its neighbours alone. Other threads, and other programs that write, wait meanwhile.
  ///
  /// - Throws: What keeps the group from being opened or kept, such as `unavailable` if another program
  /// holds the file's lock for too long. None of the requests is kept then.
  public func group(_ body: () -> Void) throws(EngineError) {
    try store.withLock { (store) throws(EngineError) in
      try store.beginGroup()
      body()
      try store.commitGroup()
    }
  }
}
