/// What a condition is about, by the word that begins it.
///
/// The one table behind reading, completion and help.
public enum FilterField: String, CaseIterable, Hashable, Sendable {
  case assignee
  case label
  case priority
  case status
  case stage
  case gate
  case age
  case stale
  case due
  case trait = "is"
  case view

  /// The field that a word means, without regard to case.
  init?(word: String) {
    let word = word.lowercased()
    self.init(rawValue: word == "prio" ? "priority" : word)
  }

  /// Whether it is compared by more than `:`.
  var isCompared: Bool {
    switch self {
    case .priority, .age, .stale, .due: true
    default: false
    }
  }

  /// What stands behind the sign, in messages.
  public var expectation: String {
    switch self {
    case .assignee: "“me”, “none” or a person's name"
    case .label: "a label"
    case .priority: "low, medium, high or urgent"
    case .status: "the name of a status"
    case .stage: "the name of a stage"
    case .gate: "blocked or ready"
    case .age, .stale: "a length of time such as 90m, 12h, 3d, 2w, 6mo or 1y"
    case .due: "a length of time such as 7d, 2w or 1mo, a day such as 2026-12-24, or none"
    case .trait: "mine, claimed, overdue, open or closed"
    case .view: "the name of a saved view"
    }
  }

  /// What it asks for, in a few words.
  public var summary: String {
    switch self {
    case .assignee: "who works on it: me, none or a name"
    case .label: "a label that it has"
    case .priority: "how urgent it is: priority>=high"
    case .status: "the status that it is in"
    case .stage: "the stage that it is in"
    case .gate: "whether the gate ahead still asks for something: blocked or ready"
    case .age: "how long ago it was made: age>3d"
    case .stale: "how long nothing of it has changed: stale>14d"
    case .due: "when it should be done: due<7d"
    case .trait: "mine, claimed, overdue, open or closed"
    case .view: "a saved view"
    }
  }

  /// The beginning of a condition that completion offers.
  var opening: String {
    switch self {
    case .priority: "priority>="
    case .age: "age>"
    case .stale: "stale>"
    case .due: "due<"
    default: rawValue + ":"
    }
  }

  /// Words by which other tools begin conditions, and the field that comes nearest.
  static let foreign: [String: FilterField?] = [
    "author": nil, "reporter": nil, "kind": nil, "type": nil, "project": nil, "milestone": nil,
    "key": nil, "sort": nil, "created": .age, "updated": .stale, "state": .status, "tag": .label,
    "labels": .label, "owner": .assignee, "agent": .trait,
  ]
}
