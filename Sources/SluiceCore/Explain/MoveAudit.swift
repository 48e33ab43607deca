/// What enforcement `strict` would have refused of the moves that were made.
///
/// Source: rules 3 and 8.
public struct MoveAudit: Hashable, Sendable {
  /// Moves of one kind that break one rule.
  public struct Finding: Hashable, Sendable {
    /// The name of the status left.
    public let from: String
    /// The name of the status entered.
    public let to: String
    /// The code of the rule.
    public let rule: String
    /// How many moves.
    public let count: Int
    /// The first tickets that were met, each once.
    public let examples: [TicketKey]
  }

  /// How many moves were looked at.
  public private(set) var moves = 0
  /// How many of them break a rule or more.
  public private(set) var refused = 0
  private var groups: [Group: Tally] = [:]

  /// How many tickets stand for the moves of a finding.
  public static let exampleLimit = 5

  /// An audit of nothing yet.
  public init() {}

  /// Takes an event into account; what is no move is passed over, and so is one that an import tells of:
  /// rules do not apply to it.
  public mutating func add(_ event: Event) {
    guard event.body.kind == .ticketMoved else { return }
    guard case .step(let step)? = event.body.trace else {
      moves += 1
      return
    }
    guard step.arrived == nil else { return }
    moves += 1
    guard !step.broken.isEmpty else { return }
    refused += 1
    for rule in Set(step.broken) {
      let group = Group(from: event.body.from ?? "", to: event.body.to ?? "", rule: rule)
      groups[group, default: Tally()].add(event.ticket)
    }
  }

  /// What would have been refused, the most frequent first.
  public var findings: [Finding] {
    groups.map { group, tally in
      Finding(
        from: group.from, to: group.to, rule: group.rule, count: tally.count,
        examples: tally.examples)
    }.sorted { ($1.count, $0.from, $0.to, $0.rule) < ($0.count, $1.from, $1.to, $1.rule) }
  }

  private struct Group: Hashable {
    let from: String
    let to: String
    let rule: String
  }

  private struct Tally: Hashable {
    var count = 0
    var examples: [TicketKey] = []

    mutating func add(_ ticket: TicketKey?) {
      count += 1
      guard let ticket, examples.count < MoveAudit.exampleLimit, !examples.contains(ticket) else {
        return
      }
      examples.append(ticket)
    }
  }
}
