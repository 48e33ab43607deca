import SluiceCore
import SluiceStore

/// Lives through a ticket's history by the rules: what people did, one thing after the other.
struct TicketLife {
  private(set) var state: TicketState
  private(set) var events: [(signature: Store.Signature, event: Event.Draft)] = []
  private(set) var comments: [Comment] = []
  private let workflow: Workflow
  /// When the last thing happened.
  private(set) var now: Timestamp
  private let end: Timestamp

  /// A ticket that was made at a moment; nothing happens to it after `end`.
  init(
    _ draft: TicketDraft, id: Ticket.ID, key: TicketKey, in workflow: Workflow, at start: Timestamp,
    until end: Timestamp
  ) throws(Rejection) {
    let actor = Actor(name: draft.reporter ?? "")
    let outcome = try draft.creating(
      id: id, key: key, in: workflow, Circumstances.alone(actor, at: start))
    self.workflow = workflow
    self.end = end
    state = outcome.state
    now = start
    take(outcome, by: actor)
  }

  var item: BulkLoader.Item {
    BulkLoader.Item(
      ticket: state.ticket, progress: state.progress, comments: comments, events: events)
  }

  /// Lets time pass: a share of a few days, and never beyond the end.
  mutating func pass(_ share: Double) {
    let rest = end.milliseconds - now.milliseconds
    let most = min(rest / 4, 6 * 86_400_000)
    now = Timestamp(milliseconds: now.milliseconds + 1 + Int64(Double(max(0, most)) * share))
  }

  /// Applies a change as the engine would; limits hold only for what stays in a status.
  mutating func apply(_ change: TicketChange, by person: String) throws(Rejection) {
    let actor = Actor(name: person)
    let outcome = try state.applying(
      change, in: workflow, Circumstances.alone(actor, at: now))
    state = outcome.state
    take(outcome, by: actor)
  }

  private mutating func take(_ outcome: Outcome, by actor: Actor) {
    let signature = Store.Signature(actor: actor.name, at: now)
    for event in outcome.events { events.append((signature, event)) }
    comments += outcome.comments
  }
}

extension Circumstances {
  /// Nothing else is in any status, and an assistant is there.
  fileprivate static func alone(_ actor: Actor, at now: Timestamp) -> Circumstances {
    Circumstances(by: actor, at: now, hasAssistant: true, occupancy: { _ in 0 })
  }
}
