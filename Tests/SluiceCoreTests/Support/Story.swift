@testable import SluiceCore

/// A ticket to which one change after another happens, as a test tells it.
struct Story {
  let workflow: Workflow
  var state: TicketState
  var occupancy: (Status.ID) -> Int = Given.empty

  init(_ draft: WorkflowDraft, at status: String? = nil) throws {
    workflow = try Given.workflow(draft)
    state = try Given.ticket(in: workflow, at: status)
  }

  /// Applies a change and returns what the events say that it wrote.
  @discardableResult
  mutating func apply(
    _ change: TicketChange, by actor: Actor = Given.ann, at now: Timestamp = Given.later
  ) throws(Rejection) -> [Event.Draft] {
    let outcome = try state.applying(
      change, in: workflow, Given.world(of: actor, at: now, occupancy: occupancy))
    state = outcome.state
    return outcome.events.map(\.said)
  }

  /// The rejection that a change meets, or `nil` if it is accepted; the story does not go on.
  func refusal(of change: TicketChange) -> Rejection? {
    var trial = self
    do throws(Rejection) {
      try trial.apply(change)
      return nil
    } catch {
      return error
    }
  }

  var statusName: String { workflow.statusName(state.ticket.status) }
}

extension Event.Draft {
  /// What the event says to people, without what it keeps beside.
  var said: Event.Draft {
    Event.Draft(kind, subject: subject, from: from, to: to, warning: warning)
  }
}
