import SluiceCore

/// A change of the person that was not made on this board in this sitting.
struct EarlierDeed: Equatable {
  /// The number of the change.
  let change: Int64
  /// The tickets that it changed, in their order; never empty.
  let tickets: [TicketKey]
  /// Whether there are more of them than were looked at.
  var hasMore = false
  /// What it did to the first of them, oldest first; never empty.
  let events: [Event]
  /// The title of its ticket, if it changed only that one and it is still there.
  var title: String?
}

extension EarlierDeed {
  /// What it was about, as a heading.
  var subject: String {
    guard tickets.count > 1 else { return "\(tickets[0])" + (title.map { "  \($0)" } ?? "") }
    let keys = tickets.prefix(6).map(\.description).joined(separator: ", ")
    let count = hasMore ? "More than \(tickets.count)" : "\(tickets.count)"
    return "\(count) tickets: \(keys)" + (tickets.count > 6 ? ", …" : "")
  }

  /// What it did, to be read before “taken back”; names of items are those of `workflow`.
  func text(in workflow: Workflow?) -> String {
    let move = events.first { $0.body.kind == .ticketMoved }
    return (move.map { [$0] } ?? events).map { $0.body.deed(in: workflow) }.joined(separator: ", ")
  }

  /// What it did and when.
  func story(in workflow: Workflow?, at now: Timestamp) -> String {
    text(in: workflow) + (events.first.map { ", \($0.at.ago(at: now))" } ?? "")
  }
}

extension Engine {
  /// The actor's last change that still holds, which is the one that “my last change” would take back.
  ///
  /// What the actor took back is passed over, and so is what another in the same name did but for taking back.
  func lastDeed(of actor: Actor) throws(EngineError) -> EarlierDeed {
    var seen: Set<Int64> = []
    var holds: [Int64: Bool] = [:]
    var request = PageRequest(limit: PageRequest.maximumLimit)
    for _ in 0..<Self.mostPages {
      let page = try events(EventQuery(actor: actor.name), request)
      for newest in page.items where seen.insert(newest.change).inserted {
        let head = try head(of: newest, among: page.items)
        guard head.body.isReversal || head.author == actor else { continue }
        let subject = head.reversed ?? head.change
        // What was done with it last is met first on the way back.
        let isHolding = holds[subject] ?? (head.body.kind != .changeUndone)
        holds[subject] = isHolding
        if head.author == actor, head.body.kind != .changeUndone, isHolding {
          return try deed(ofChange: subject, by: actor)
        }
      }
      guard let cursor = page.nextCursor else {
        throw EngineError(.nothingToUndo(isRedo: false))
      }
      request.cursor = cursor
    }
    let count = Self.mostPages * PageRequest.maximumLimit
    throw EngineError(.nothingToUndo(isRedo: false, afterOthers: count))
  }

  /// How many pages of history are gone through.
  private static var mostPages: Int { 40 }

  /// The first event of a change, by which it is known what kind of change it is.
  private func head(of event: Event, among page: [Event]) throws(EngineError) -> Event {
    if let head = page.first(where: { $0.sequence == event.change }) { return head }
    let query = EventQuery(.oldestFirst(after: event.change - 1), actor: event.actor)
    return try events(query, PageRequest(limit: 1)).items.first ?? event
  }

  private func deed(ofChange change: Int64, by actor: Actor) throws(EngineError) -> EarlierDeed {
    let query = EventQuery(.oldestFirst(after: change - 1), actor: actor.name)
    let page = try events(query, PageRequest(limit: PageRequest.maximumLimit))
    let parts = page.items.filter { $0.change == change && $0.ticket != nil }
    guard let first = parts.first?.ticket else {
      throw EngineError(.notReversible("A change of a project or a workflow"))
    }
    var seen: Set<TicketKey> = []
    let tickets = parts.compactMap(\.ticket).filter { seen.insert($0).inserted }
    let title = tickets.count == 1 ? try? ticket(.key(first)).state.ticket.title : nil
    return EarlierDeed(
      change: change, tickets: tickets,
      hasMore: page.nextCursor != nil && page.items.last?.change == change,
      events: parts.filter { $0.ticket == first }, title: title)
  }
}

extension Event {
  /// The number of the change that this one took back or made again.
  fileprivate var reversed: Int64? {
    body.isReversal ? body.subject.flatMap { Int64($0) } : nil
  }
}

extension Event.Draft {
  fileprivate var isReversal: Bool { kind == .changeUndone || kind == .changeRedone }

  /// What it did, to be read before “taken back”; names of items are those of `workflow`.
  func deed(in workflow: Workflow?) -> String {
    let what = subject ?? ""
    return switch kind {
    case .ticketMoved, .ticketRemapped: "\(from ?? "") → \(to ?? "")"
    case .ticketCreated: "creation"
    case .ticketDeleted: "deletion"
    case .ticketImported: "import from \(what)"
    case .ticketClaimed: "claim for \(to ?? "")"
    case .ticketReleased: "release from \(from ?? "")"
    case .ticketEdited: edit(of: what)
    case .labelAdded: "label “\(what)”"
    case .labelRemoved: "removal of label “\(what)”"
    case .commented: "comment"
    case .itemTicked: "tick of “\(workflow?.itemText(what) ?? what)”"
    case .itemCleared: "clearing of “\(workflow?.itemText(what) ?? what)”"
    case .gateAcknowledged: "acceptance"
    case .acknowledgmentWithdrawn: "withdrawal of the acceptance"
    case .valueSet: value(of: workflow?.field(what)?.name ?? what)
    default: "change"
    }
  }

  private func edit(of attribute: String) -> String {
    switch attribute {
    case "title", "description": attribute
    case "due": "due date \(to ?? "none")"
    case "assignee": "assignee \(to ?? "nobody")"
    default: "\(attribute) \(to ?? "none")"
    }
  }

  private func value(of field: String) -> String {
    to.map { "\(field): \($0)" } ?? "emptying of \(field)"
  }
}
