import SluiceAPI
import SluiceCore

extension Session {
  /// Applies a change that may touch very many tickets: a counter is shown on a terminal, and an interrupt
  /// gives the change up as a whole.
  func applyStoppably(_ change: Change, to engine: any Engine) throws(EngineError) -> Receipt {
    let watch = host.watchInterrupts()
    let isInterrupted = watch.isInterrupted
    let show = host.showProgress
    defer {
      watch.end()
      show?("\r\u{1B}[K")
    }
    return try engine.apply(change, by: actor) { done, total in
      if total >= Self.leastShown { show?("\r\(done) of \(total) tickets") }
      return !isInterrupted()
    }
  }

  private static let leastShown = 1_000

  /// Applies the change, or only tells what it would come to if `--dry-run` asks for that.
  func applyOrPreview(_ change: Change, to engine: any Engine) throws(EngineError) -> Receipt {
    invocation.has(.dryRun)
      ? try engine.preview(change, by: actor) : try applyStoppably(change, to: engine)
  }

  /// Says which tickets went where, or would.
  func print(_ shifts: [StatusShift]) throws(Failure) {
    for shift in shifts { try print("  " + shift.line) }
  }

  /// Asks before a mapping takes tickets to statuses of other names, for that cannot be taken back.
  func confirmMoves(_ mapping: StatusMapping, _ preview: () throws(Failure) -> Receipt)
    throws(Failure)
  {
    guard !mapping.isEmpty, !invocation.has(.dryRun), !invocation.has(.yes) else { return }
    let moves = try preview().shifts.filter { $0.from != $0.to }
    let count = moves.reduce(0) { $0 + $1.count }
    guard count > 0 else { return }
    try confirm(
      "\(StatusShift.counted(count)) will move to another status.", losing: .forGood,
      moves.map(\.line))
  }

  /// What a program gets besides the thing that a change is about.
  func members(of receipt: Receipt) -> [String: JSONValue] {
    [
      "dry_run": .bool(invocation.has(.dryRun)),
      "shifts": .array(receipt.shifts.map(\.json)),
    ]
  }
}

extension StatusShift {
  /// One line for people.
  fileprivate var line: String {
    "\(project): \(Self.counted(count)) from \(from) to \(to ?? "nowhere")"
  }

  fileprivate static func counted(_ count: Int) -> String {
    count == 1 ? "1 ticket" : "\(count) tickets"
  }
}
