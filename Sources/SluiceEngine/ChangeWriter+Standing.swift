internal import SluiceCore
internal import SluiceStore

/// What can be taken back or made again on a ticket now.
struct Standing {
  /// The last change that holds.
  var undoable: Int64?
  /// The change that was taken back last, if nothing has happened since.
  var redoable: Int64?
  /// Who took that back.
  var taker: Actor?
}

extension ChangeWriter {
  /// Goes back over what was taken back and made again to the last change that holds.
  func standing(of row: TicketRow) throws(EngineError) -> Standing {
    var before = Int64.max
    let undone = try takenBack(on: row, &before)
    let numbers = Set(undone.map(\.change))
    var standing = Standing(redoable: undone.last?.change, taker: undone.last?.taker)
    while let event = try store.events(of: row, before: before, limit: 1).first {
      switch (event.body.kind, event.body.trace) {
      case (.changeUndone, .change(let change)?): before = change
      case (.changeRedone, .change(let change)?): before = change
      default: before = event.change
      }
      guard event.body.kind != .changeUndone, !numbers.contains(before) else { continue }
      standing.undoable = before
      return standing
    }
    return standing
  }

  /// The changes that have been taken back and not made again since the last other one, oldest first.
  ///
  /// `place` is moved before all that was looked at.
  private func takenBack(
    on row: TicketRow, _ place: inout Int64
  ) throws(EngineError) -> [(change: Int64, taker: Actor)] {
    var steps: [(change: Int64, taker: Actor, isRedo: Bool)] = []
    while let event = try store.events(of: row, before: place, limit: 1).first {
      guard case .change(let change)? = event.body.trace else { break }
      steps.append((change, event.author, event.body.kind == .changeRedone))
      place = event.sequence
    }
    var undone: [(change: Int64, taker: Actor)] = []
    for step in steps.reversed() {
      if step.isRedo {
        undone.removeAll { $0.change == step.change }
      } else {
        undone.append((step.change, step.taker))
      }
    }
    return undone
  }
}
