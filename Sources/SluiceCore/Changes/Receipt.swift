/// What an engine answers to an applied change.
public struct Receipt: Hashable, Sendable {
  /// What the change was about, as it is now.
  public enum Subject: Hashable, Sendable {
    case workflow(Workflow)
    case project(Project)
    case ticket(Ticket)
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

  /// A receipt with its parts.
  public init(subject: Subject, warnings: [String] = [], sequence: Int64) {
    self.subject = subject
    self.warnings = warnings
    self.sequence = sequence
  }
}
