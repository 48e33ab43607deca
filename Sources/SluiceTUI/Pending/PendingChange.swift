import SluiceCore

/// Something that a key asked the engine for and that is not decided yet.
struct PendingChange: Equatable {
  /// What was asked for.
  enum Order: Equatable {
    case make(Change, Effect.ChangePurpose)
    /// Taking back, or making again, whatever is the last change once its turn comes.
    case takeBack(Past.Direction)
    /// Taking back what the change of that number, which is still under way, does once it is made.
    case takeBackChange(Int)
  }

  /// How far it is.
  enum Phase: Equatable {
    /// Others come first, or the line is lost.
    case waiting
    /// The engine has been asked.
    case sent
    /// The line was lost before the answer came: nobody knows whether it was made.
    case held
  }

  /// Counts what was asked for, from 1.
  let number: Int
  var order: Order
  var phase = Phase.waiting
  /// Whether the engine has been asked before.
  var wasSent = false
  /// When its key was pressed.
  let at: Timestamp
  /// What it does, to be read before “taken back”.
  let text: String?
  /// The form that asked for it, so that what was typed can be given back.
  var form: TicketForm?
  /// How often the focus had been moved then; where it was moved since, it does not follow the ticket.
  let restCount: Int
}

extension PendingChange {
  /// What is done to a ticket, step by step, if it is one ticket that is changed.
  var steps: (ticket: TicketKey, changes: [TicketChange], expected: Expectation)? {
    guard case .make(.changeTicket(.key(let key), let change, let expected), let purpose) = order
    else { return nil }
    guard case .walk(_, _, let remaining, _) = purpose else { return (key, [change], expected) }
    return (key, [change] + remaining.map { .move(to: $0) }, expected)
  }

  /// The tickets that are changed, as far as they are named.
  var tickets: [TicketKey] {
    if let steps { return [steps.ticket] }
    guard case .make(.changeTickets(let set, _, _, _), _) = order else { return [] }
    let references: [TicketReference] =
      switch set {
      case .list(let tickets), .joined(let tickets, _, except: _): tickets
      case .query: []
      }
    return references.compactMap { reference -> TicketKey? in
      guard case .key(let key) = reference else { return nil }
      return key
    }
  }

  /// Whether the focus goes where the ticket goes.
  var isFollowed: Bool {
    guard case .make(_, let purpose) = order else { return false }
    return switch purpose {
    case .follow, .walk: true
    default: false
    }
  }

  var isTakingBack: Bool {
    if case .takeBack = order { true } else { false }
  }
}
