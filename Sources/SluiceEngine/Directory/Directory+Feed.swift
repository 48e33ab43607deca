public import SluiceCore
internal import SluiceStore

extension Directory {
  /// The events of all organizations after a place in history, oldest first.
  public func feed(after sequence: Int64, limit: Int) throws(EngineError) -> [FeedItem] {
    try reading { (store) throws(EngineError) in try store.feed(after: sequence, limit: limit) }
  }

  /// The place in history of the newest event of any organization; 0 before the first.
  public func newestSequence() throws(EngineError) -> Int64 {
    try reading { (store) throws(EngineError) in try store.newestSequence() }
  }
}
