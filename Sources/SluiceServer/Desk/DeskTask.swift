/// What one request writes to the file, and what becomes of the outcome.
struct DeskTask: Sendable {
  typealias Outcome = Result<Answer, APIError>

  /// Works on the file; what it wrote is taken back if it throws.
  let work: @Sendable () throws(APIError) -> Answer
  /// Tells the outcome once it is certain; called once, by any thread.
  let finish: @Sendable (Outcome) -> Void
}

/// Does several writes in one transaction.
protocol WritingInGroups: Sendable {
  /// Does each work whole or not at all; when it returns, what was done survives a crash of the machine.
  func write(_ tasks: [DeskTask]) -> [DeskTask.Outcome]
}
