public import SluiceCore

/// A made-up ticket, believable at a glance.
public struct SampleTicket: Hashable, Sendable {
  /// One line, in one of many scripts.
  public var title: String
  /// Markdown; often empty.
  public var description: String
  /// Sorted, one or two as a rule.
  public var labels: [String]
  /// How urgent it is; mostly medium.
  public var priority: Priority
  /// Who works on it; often nobody.
  public var assignee: String?
  /// Who asked for it.
  public var reporter: String
}

extension SampleTicket {
  /// The same as something to be created.
  public var draft: TicketDraft {
    TicketDraft(
      title: title, description: description, priority: priority, assignee: assignee,
      reporter: reporter, labels: labels)
  }
}
