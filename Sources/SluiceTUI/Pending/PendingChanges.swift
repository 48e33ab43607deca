import SluiceCore

/// What was asked of the engine and is not decided, in the order of the keys; one at a time is sent.
struct PendingChanges: Equatable {
  /// The oldest first; only that one may have been sent.
  private(set) var queue: [PendingChange] = []
  /// What the engine last said of the tickets that they are about, and of those whose change is decided but
  /// not on the board that was read last.
  var origins: [TicketKey: Origin] = [:]
  /// What the cards of those tickets show of it.
  var marks: [TicketKey: Mark] = [:]
  /// The number of the newest one that has lasted long enough to be shown as under way.
  private(set) var lingering = 0
  private var count = 0

  /// What a card shows of the changes that are under way.
  struct Mark: Equatable {
    /// The newest of them.
    let number: Int
    /// Whether the card tells that they are not decided.
    let isShown: Bool
  }

  /// Whether the board is what the engine said.
  var isIdle: Bool { queue.isEmpty && origins.isEmpty }

  /// Forgets everything.
  mutating func clear() {
    queue = []
    // Where they are empty already, the runtime need not learn how such tables are taken apart.
    if !origins.isEmpty { origins = [:] }
    if !marks.isEmpty { marks = [:] }
    lingering = 0
    count = 0
  }

  /// The number of the newest one.
  var newest: Int { queue.last?.number ?? 0 }
}

extension PendingChanges {
  /// Puts something at the end, or first: what goes on with what was just decided.
  @discardableResult
  mutating func add(
    _ order: PendingChange.Order, isNext: Bool = false, text: String? = nil,
    form: TicketForm? = nil, at now: Timestamp, restCount: Int
  ) -> PendingChange {
    count += 1
    let change = PendingChange(
      number: count, order: order, at: now, text: text, form: form, restCount: restCount)
    queue.insert(change, at: isNext ? 0 : queue.count)
    return change
  }

  /// The one that is sent next; `nil` while one is, or none is left.
  var next: PendingChange? {
    queue.first.flatMap { $0.phase == .waiting ? $0 : nil }
  }

  /// Notes that the first one is on its way.
  mutating func send() {
    guard !queue.isEmpty else { return }
    queue[0].phase = .sent
    queue[0].wasSent = true
  }

  /// Keeps the first one whose answer was lost.
  mutating func hold() {
    guard !queue.isEmpty else { return }
    queue[0].phase = .held
  }

  /// Lets the first one be sent again.
  mutating func resume() {
    guard queue.first?.phase == .held else { return }
    queue[0].phase = .waiting
  }

  /// Takes out the one that was answered; answers come in the order of the changes.
  mutating func takeFirst() -> PendingChange? {
    queue.isEmpty ? nil : queue.removeFirst()
  }

  /// Forgets what was to be taken back after a change that was refused: nothing else is meant by it.
  mutating func forgetTakingBack() {
    while queue.first?.isTakingBack == true { queue.removeFirst() }
  }

  /// Knows what a change that is to be taken back has become; nothing is to be if it was not made.
  mutating func resolve(_ decided: PendingChange?, as change: Int64?) {
    guard let decided,
      let place = queue.firstIndex(where: { $0.order == .takeBackChange(decided.number) })
    else { return }
    guard let change else {
      queue.remove(at: place)
      return
    }
    let deed = Deed(subject: .change(change), text: decided.text)
    queue[place].order = .make(.undo(deed.subject), .takeBack(deed))
  }

  /// Takes a change of many tickets back out that has not been sent yet; `false` if there is none.
  mutating func withdrawBulk() -> Bool {
    let place = queue.lastIndex { change in
      guard case .make(_, .bulk) = change.order else { return false }
      return change.phase == .waiting && !change.wasSent
    }
    if let place { queue.remove(at: place) }
    return place != nil
  }

  /// Shows as under way what is so up to that number.
  mutating func linger(upTo number: Int) {
    lingering = max(lingering, number)
  }

  /// Whether something is not decided and does not show yet.
  var hasUnmarked: Bool { newest > lingering }
}
