internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  /// The number of the change that is to be taken back or made again.
  func change(meant subject: UndoSubject, isRedo: Bool) throws(EngineError) -> Int64 {
    let change: Int64?
    switch subject {
    case .change(let number): change = number
    case .ticket(let reference):
      guard let (row, _) = try store.locate(reference) else { throw nothing(isRedo) }
      let standing = try standing(of: row)
      change = isRedo ? standing.redoable : standing.undoable
    case .mine: change = isRedo ? try lastTakenBack() : try lastHolding()
    }
    guard let change else { throw nothing(isRedo) }
    return change
  }

  /// What the actor made last, or made again, of all that holds now.
  private func lastHolding() throws(EngineError) -> Int64? {
    var holds: [Int64: Bool] = [:]
    return try walkBack(isRedo: false) { head in
      let subject = head.reversed ?? head.number
      // What was done with it last is met first on the way back.
      let isHolding = holds[subject] ?? (head.kind != .changeUndone)
      holds[subject] = isHolding
      let isDeed = head.author == actor && head.kind != .changeUndone
      return isDeed && isHolding ? .found(subject) : .goOn
    }
  }

  /// What the actor took back last, unless the actor has done something new since.
  private func lastTakenBack() throws(EngineError) -> Int64? {
    var seen: Set<Int64> = []
    return try walkBack(isRedo: true) { head in
      let isMine = head.author == actor
      guard let reversed = head.reversed else { return isMine ? .nothing : .goOn }
      let isLast = seen.insert(reversed).inserted
      return isLast && isMine && head.kind == .changeUndone ? .found(reversed) : .goOn
    }
  }

  private enum Step {
    case goOn
    case found(Int64)
    case nothing
  }

  /// Goes from change to change of the actor, newest first, and over what others in the same name took back;
  /// only these can take each other back.
  private func walkBack(
    isRedo: Bool, _ step: (ChangeHead) -> Step
  ) throws(EngineError) -> Int64? {
    var place = Int64.max
    while true {
      switch try store.changeHead(of: actor, before: place) {
      case .nothing: return nil
      case .givenUp(let count):
        throw EngineError(.nothingToUndo(isRedo: isRedo, afterOthers: count))
      case .found(let head):
        switch step(head) {
        case .goOn: place = head.number
        case .found(let number): return number
        case .nothing: return nil
        }
      }
    }
  }
}
