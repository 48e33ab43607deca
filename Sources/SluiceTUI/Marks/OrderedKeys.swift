import SluiceCore

/// Tickets in the order in which they came, each once; whether one is among them is known at once.
struct OrderedKeys: Equatable {
  private(set) var order: [TicketKey] = []
  private var members: Set<TicketKey> = []

  init(_ keys: [TicketKey] = []) {
    for key in keys { append(key) }
  }

  func contains(_ key: TicketKey) -> Bool { members.contains(key) }

  mutating func append(_ key: TicketKey) {
    if members.insert(key).inserted { order.append(key) }
  }

  mutating func remove(_ keys: Set<TicketKey>) {
    guard !members.isDisjoint(with: keys) else { return }
    members.subtract(keys)
    order.removeAll(where: keys.contains)
  }
}
