/// One row of the table from which keys, help and documentation are made.
public struct Command: Sendable {
  /// Where a command works.
  ///
  /// The raw value is the name of the section of settings that binds keys there.
  public enum Context: String, CaseIterable, Sendable {
    case board
    case gate
    case ticket
    /// While a column is chosen to move a ticket to.
    case move
    case triage
    case help

    /// The heading for people.
    public var title: String {
      switch self {
      case .board: "On the board"
      case .gate: "In the gate"
      case .ticket: "In the open ticket"
      case .move: "While choosing where to move"
      case .triage: "In triage"
      case .help: "In this help"
      }
    }

    /// Whether a ticket may be in focus there, which commands are given.
    var hasTicket: Bool {
      switch self {
      case .board, .gate, .ticket, .triage: true
      case .move, .help: false
      }
    }
  }

  /// What belongs together in help.
  public enum Group: String, CaseIterable, Sendable {
    case go = "Go"
    case move = "Move a ticket"
    case gate = "Gates"
    case change = "Change a ticket"
    case mark = "Change many at once"
    case triage = "Triage"
    case find = "Find and open"
    case program = "Program"
  }

  let id: CommandID
  /// Under which heading it stands.
  public let group: Group
  /// Where it works.
  public let contexts: [Context]
  /// The keys that call it unless settings say otherwise, those to be shown first.
  public let keys: [KeySequence]
  /// What it does, in a few words.
  public let summary: String
  /// What it can be given where it is called by its name.
  let argument: Argument?

  /// What a command can be given.
  struct Argument: Equatable, Sendable {
    /// What stands for it, such as `STATUS`.
    let name: String
    /// Whether it does nothing without.
    var isNeeded = false
    /// Whether only what is suggested is possible.
    var isChosen = false
  }

  /// The name by which settings and the palette know it.
  public var name: String { id.name }

  init(
    _ id: CommandID, _ group: Group, _ contexts: [Context], _ keys: [KeySequence],
    _ summary: String, given argument: Argument? = nil
  ) {
    self.id = id
    self.group = group
    self.contexts = contexts
    self.keys = keys
    self.summary = summary
    self.argument = argument
  }
}
