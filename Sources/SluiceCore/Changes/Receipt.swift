/// What an engine answers to an applied change.
public struct Receipt: Hashable, Sendable {
  /// What the change was about, as it is now.
  public enum Subject: Hashable, Sendable {
    case organization(Organization)
    case workflow(Workflow)
    case project(Project)
    case ticket(Ticket)
    case provider(Provider)
    /// What became of each ticket of a set, in its order.
    case tickets([TicketResult])
    /// Something of that name is no more.
    case deleted(String)
    /// How many tickets an import added, changed, and found as they were; `kept` of these two stand in
    /// another status than their source names, because they were first imported without one.
    case imported(added: Int, updated: Int, unchanged: Int, kept: Int)
  }

  /// What the change was about, as it is now.
  public let subject: Subject
  /// What rules in mode `warn` had to say.
  public let warnings: [String]
  /// The place in history of the newest event, the change's own included.
  public let sequence: Int64
  /// What names the change to `undo`; `nil` if it changed nothing or cannot be taken back.
  public let change: Int64?
  /// What gates still ask for after a partial progress.
  public let needs: [Rejection.GateNeed]
  /// How many tickets a change of workflow took from one status to another.
  public let shifts: [StatusShift]

  /// A receipt with its parts.
  public init(
    subject: Subject, warnings: [String] = [], sequence: Int64, change: Int64? = nil,
    needs: [Rejection.GateNeed] = [], shifts: [StatusShift] = []
  ) {
    self.subject = subject
    self.warnings = warnings
    self.sequence = sequence
    self.change = change
    self.needs = needs
    self.shifts = shifts
  }
}

/// What became of one ticket of a set.
public struct TicketResult: Hashable, Sendable {
  /// How it ended.
  public enum Ending: Hashable, Sendable {
    case changed
    /// It was so already.
    case unchanged
    case refused(EngineError)
  }

  /// What people call it.
  public let key: TicketKey
  /// How it ended.
  public let ending: Ending
  /// Its title afterwards; empty if that is not known.
  public let title: String
  /// The name of its status afterwards.
  public let status: String
  /// What rules in mode `warn` had to say.
  public let warnings: [String]

  /// What became of a ticket, with its parts.
  public init(
    key: TicketKey, ending: Ending, title: String = "", status: String, warnings: [String] = []
  ) {
    self.key = key
    self.ending = ending
    self.title = title
    self.status = status
    self.warnings = warnings
  }

  /// Whether a rule, or the state of the ticket, forbade the change.
  public var isRefused: Bool {
    if case .refused = ending { true } else { false }
  }
}

/// How many tickets of a project a change of workflow takes from one status to another.
///
/// Source: rule 5.
public struct StatusShift: Hashable, Sendable {
  /// The project.
  public let project: ProjectKey
  /// The name of the status left.
  public let from: String
  /// The name of the status entered, or suggested; `nil` if there is none to suggest.
  public let to: String?
  /// How many tickets.
  public let count: Int

  /// A shift with its parts.
  public init(project: ProjectKey, from: String, to: String?, count: Int) {
    self.project = project
    self.from = from
    self.to = to
    self.count = count
  }
}
