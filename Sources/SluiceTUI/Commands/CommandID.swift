/// What a person can ask the board to do; the raw value is its name in settings and in the palette.
enum CommandID: String, CaseIterable, Sendable {
  case up
  case down
  case left
  case right
  case top
  case bottom
  case halfPageDown = "half-page-down"
  case halfPageUp = "half-page-up"
  case pageDown = "page-down"
  case pageUp = "page-up"
  case firstColumn = "first-column"
  case lastColumn = "last-column"
  case nextStage = "next-stage"
  case previousStage = "previous-stage"

  case moveToNumber = "move-to-number"
  case carryBack = "carry-back"
  case carryOn = "carry-on"
  case previewMove = "move"
  case takeMove = "move-here"
  case stay

  case focusGate = "gate"
  case toggleRequirement = "tick"
  case fillRequirement = "fill"
  case clearRequirement = "empty"

  case newTicket = "create"
  case editTicket = "edit"
  case editDescription = "edit-description"
  case comment
  case assign
  case labels = "label"
  case unlabel
  case due
  case priority
  case priorityUrgent = "priority-urgent"
  case priorityHigh = "priority-high"
  case priorityMedium = "priority-medium"
  case priorityLow = "priority-low"
  case deleteTicket = "delete"
  case nextItem = "next-item"
  case previousItem = "previous-item"
  case changeItem = "change"
  case undo
  case redo

  case mark
  case markRange = "mark-range"
  case markAll = "mark-all"

  case triage
  case skip
  case assignAgain = "assign-again"
  case labelAgain = "label-again"
  case decisions
  case leaveTriage = "leave-triage"

  case filter
  case pickView = "views"
  case clearFilter = "clear-filter"
  case switchProject = "project"
  case openTicket = "open"
  case nextPane = "next-pane"
  case search = "find"
  case nextMatch = "next-match"
  case previousMatch = "previous-match"
  case help
  case searchHelp = "search"
  case runEntry = "run"
  case palette
  case editSettings = "settings"
  case refresh
  case redraw
  case suspend
  case back
  case quit

  /// One of those that the person has set up; its number is the place among them.
  case custom
}

extension CommandID {
  /// The name by which settings and the palette know it.
  var name: String { rawValue }

  /// What the command line calls it where that is another word; the palette takes that too.
  var otherNames: [String] {
    switch self {
    case .previewMove: ["transition"]
    case .newTicket: ["new"]
    case .editTicket: ["update"]
    case .openTicket: ["show"]
    case .fillRequirement: ["set"]
    case .toggleRequirement: ["accept"]
    default: []
    }
  }
}

/// A command as a key called it; keys that share a command are told apart by their place in its list.
struct Action: Equatable {
  let command: CommandID
  /// The place, from 0, of the key among the command's keys.
  let variant: Int
}
