public import SluiceCore

/// What a change asks of the one who makes it.
public struct Need: Hashable, Sendable {
  /// Where a role is needed.
  public enum Place: Hashable, Sendable {
    /// In the whole server.
    case server
    /// In the organization whose engine is called.
    case organization
    /// In all of that organization, and not only in some projects of it.
    case everything
    /// In a project of it.
    case project(ProjectReference)
    /// In the project of a ticket.
    case ticket(TicketReference)
  }

  /// The least role; in the whole server only its administrator will do.
  public let role: Role
  /// Where it is needed.
  public let place: Place

  /// A need with its parts.
  public init(_ role: Role, in place: Place) {
    self.role = role
    self.place = place
  }
}

extension Change {
  /// All that is asked of the one who makes the change; each must be met.
  ///
  /// Source: Alloy, “Roles”, and design, trust.
  public var needs: [Need] {
    switch self {
    case .renameOrganization: [Need(.owner, in: .organization)]
    case .createWorkflow, .editWorkflow, .deleteWorkflow: [Need(.admin, in: .organization)]
    case .adding(_, let change): [Need(.admin, in: .organization)] + change.needs
    case .createProject: [Need(.member, in: .organization)]
    case .editProject(let project, _): [Need(.member, in: .project(project))]
    case .deleteProject(let project): [Need(.admin, in: .project(project))]
    case .createTicket(let project, let draft): draft.needs(in: project)
    case .changeTicket(let ticket, let change, _): [Need(change.role, in: .ticket(ticket))]
    case .changeTickets(let set, let change, _, _): set.needs(change.role)
    // An import brings tickets of others, with their names and their times.
    case .importTickets(let project, _): [Need(.member, in: .project(project))]
    case .createProvider, .editProvider, .deleteProvider: [Need(.owner, in: .server)]
    case .undo(let subject), .redo(let subject): subject.needs
    }
  }
}

extension TicketDraft {
  /// Who only reports may not decide where a ticket stands, what binds it, or who else has asked for it.
  fileprivate func needs(in project: ProjectReference) -> [Need] {
    let isReport = status == nil && workflow == nil && assignee == nil && reporter == nil
    return [Need(isReport ? .reporter : .member, in: .project(project))]
  }
}

extension TicketChange {
  fileprivate var role: Role {
    switch self {
    case .comment: .reporter
    case .move, .edit, .tick, .acknowledge, .setValue, .setValues, .progress, .claim, .release,
      .delete:
      .member
    }
  }
}

extension TicketSet {
  fileprivate func needs(_ role: Role) -> [Need] {
    switch self {
    case .list(let tickets): tickets.map { Need(role, in: .ticket($0)) }
    case .query(let query): [Need(role, in: .project(query.project))]
    case .joined(let tickets, let queries, _):
      tickets.map { Need(role, in: .ticket($0)) }
        + queries.map { Need(role, in: .project($0.project)) }
    }
  }
}

extension UndoSubject {
  /// Only the author of a change may take it back, which the rules see to.
  ///
  /// A change that is not named by a ticket may be one of any project.
  fileprivate var needs: [Need] {
    switch self {
    case .ticket(let ticket): [Need(.reporter, in: .ticket(ticket))]
    case .mine, .change: [Need(.member, in: .organization)]
    }
  }
}
