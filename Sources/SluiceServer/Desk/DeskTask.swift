/// What one request has done with the file, and what becomes of the outcome.
struct DeskTask: Sendable {
  typealias Outcome = Result<Answer, APIError>

  /// Whether it changes nothing.
  let isReading: Bool
  /// Works on the file; what it wrote is taken back if it throws.
  let work: @Sendable () throws(APIError) -> Answer
  /// Tells the outcome once it is certain; called once, by any thread.
  let finish: @Sendable (Outcome) -> Void

  var outcome: Outcome {
    do {
      return .success(try work())
    } catch {
      return .failure(error)
    }
  }
}

/// Answers several writes in one transaction.
protocol WritingInGroups: Sendable {
  /// Does each work whole or not at all; when it returns, what was done survives a crash of the machine.
  func write(_ works: [DeskTask]) -> [DeskTask.Outcome]
}
