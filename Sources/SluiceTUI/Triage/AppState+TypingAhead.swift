import Drawing

/// Keys that are typed faster than tickets are read wait for the ticket that they are meant for.
extension AppState {
  /// Whether the next ticket of triage is being read, so that keys would be about none.
  private var isAwaitingTicket: Bool {
    guard case .triage(let triage) = layers.last else { return false }
    return triage.queue.current == nil && !triage.queue.isDone && !triage.queue.isStalled
  }

  /// Keeps a key until the next ticket is there; `false` for one that has its meaning now.
  mutating func keepForLater(_ key: Key) -> Bool {
    guard isAwaitingTicket else { return false }
    guard key != .escape, key != .control("c") else {
      typedAhead = []
      return false
    }
    if typedAhead.count < Self.mostTypedAhead { typedAhead.append(key) }
    return true
  }

  /// Takes the keys that have waited, as far as there are tickets for them.
  mutating func takeTypedAhead() -> [Effect] {
    var effects: [Effect] = []
    while !typedAhead.isEmpty, !isAwaitingTicket {
      effects += ordering(handle(typedAhead.removeFirst()))
    }
    return effects
  }

  /// How many keys wait at most.
  private static let mostTypedAhead = 100
}
