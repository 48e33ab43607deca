/// Tells the changes of others from those that were made through this engine.
///
/// An event may come before the receipt of the change that it is part of, so events that come while a
/// change is under way are kept until it is known whose they are.
struct ForeignChanges: Hashable, Sendable {
  /// Whether others have changed something that nobody was told of yet.
  private(set) var isPending = false
  private var underWay = 0
  /// The numbers of changes that were made here, the newest last.
  private var own: [Int64] = []
  private var unclear: [Int64] = []

  /// A change is being asked for.
  mutating func begin() {
    underWay += 1
  }

  /// It was answered; `nil` if no number came back.
  mutating func end(_ change: Int64?) {
    if let change {
      own.append(change)
      if own.count > Self.mostRemembered { own.removeFirst() }
    }
    underWay -= 1
    guard underWay == 0 else { return }
    for change in unclear { hear(of: change) }
    unclear = []
  }

  /// An event of a change came; `nil` if it does not say of which.
  mutating func hear(of change: Int64?) {
    guard let change else {
      isPending = true
      return
    }
    if own.contains(change) || isPending { return }
    if underWay > 0 {
      unclear.append(change)
    } else {
      isPending = true
    }
  }

  /// Something may have happened that nobody told.
  mutating func suspect() {
    isPending = true
  }

  /// Whether there was something, and forgets it.
  mutating func take() -> Bool {
    defer { isPending = false }
    return isPending
  }

  private static let mostRemembered = 256
}
