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

  /// Whether an event is a move that rules apply to, or a start in a place that `strict` would have refused.
  public static func judges(_ event: Event) -> Bool {
    switch (event.body.kind, event.body.trace) {
    case (.ticketMoved, .step(let step)?): step.arrived == nil
    case (.ticketMoved, _): true
    case (.ticketCreated, .made(_, _, let broken)?): !broken.isEmpty
    default: false
    }
  }

  /// Takes an event into account; what is no move is passed over, and so is one that an import tells of:
  /// rules do not apply to it.
  public mutating func add(_ event: Event) {
    guard Self.judges(event) else { return }
    moves += 1
    let broken = event.body.trace?.broken ?? []
    guard !broken.isEmpty else { return }
    refused += 1
    for rule in Set(broken) {
      let group = Group(from: event.body.from ?? "–", to: event.body.to ?? "", rule: rule)
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

extension EventTrace {
  /// The codes of the rules that only `strict` would have held against what happened.
  fileprivate var broken: [String] {
    switch self {
    case .step(let step): step.broken
    case .made(_, _, let broken): broken
    default: []
    }
  }
}
