public import Drawing

/// One row of the table from which keys, help and documentation are made.
public struct Command: Sendable {
  /// Where a command works.
  public enum Context: String, CaseIterable, Sendable {
    case board
    case gate
    case ticket

    /// The heading for people.
    public var title: String {
      switch self {
      case .board: "On the board"
      case .gate: "In the gate"
      case .ticket: "In the open ticket"
      }
    }
  }

  /// What belongs together in help.
  public enum Group: String, CaseIterable, Sendable {
    case go = "Go"
    case move = "Move a ticket"
    case gate = "Gates"
    case change = "Change a ticket"
    case find = "Find and open"
    case program = "Program"
  }

  let id: CommandID
  /// Under which heading it stands.
  public let group: Group
  /// Where it works.
  public let contexts: [Context]
  /// The keys that call it.
  public let keys: [Key]
  /// How the keys are written in help and in the README.
  public let keyText: String
  /// What it does, in a few words.
  public let summary: String

  init(
    _ id: CommandID, _ group: Group, _ contexts: [Context], _ keys: String, shown: String? = nil,
    _ summary: String
  ) {
    self.id = id
    self.group = group
    self.contexts = contexts
    self.keys = keys.split(separator: " ").compactMap { Key(name: String($0)) }
    keyText = shown ?? keys
    self.summary = summary
  }
}
