internal import SQLite
public import SluiceCore

/// Where a ticket stands: in a column of its project's board, and for a bound one in a status of its own.
public struct TicketPlace: Hashable, Sendable {
  /// The status of the project's workflow in whose column it stands; nowhere if it is deleted.
  public let column: Status.ID
  /// The definition that it is bound to, and the status there.
  let bound: Bound?

  /// A place in a definition of a ticket's own.
  struct Bound: Hashable, Sendable {
    let workflow: WorkflowKey
    let status: Status.ID
  }

  /// What the columns `bound_workflow`, `bound_revision` and `bound_status` hold.
  var boundValues: [Value] {
    guard let bound else { return [nil, nil, nil] }
    return [.integer(bound.workflow.row), .int(bound.workflow.revision), .status(bound.status)]
  }
}

extension Store {
  /// Where a ticket stands in a project.
  public func place(
    of ticket: Ticket, in project: StoredProject
  ) throws(EngineError) -> TicketPlace {
    guard let binding = ticket.binding else {
      return TicketPlace(column: ticket.status, bound: nil)
    }
    guard let row = try workflowKey(.id(binding.workflow))?.row else {
      throw .notFound("workflow", "\(binding.workflow)")
    }
    let key = WorkflowKey(row: row, revision: binding.revision)
    return try place(of: ticket.status, in: key, on: project)
  }

  /// Where a ticket stands that is bound to a definition.
  func place(
    of status: Status.ID, in key: WorkflowKey, on project: StoredProject
  ) throws(EngineError) -> TicketPlace {
    let bound = TicketPlace.Bound(workflow: key, status: status)
    let own = try workflow(key)
    guard let found = own.status(status) else { return TicketPlace(column: .nowhere, bound: bound) }
    let column = try workflow(project.workflow).column(for: found, in: own)
    return TicketPlace(column: column, bound: bound)
  }
}
