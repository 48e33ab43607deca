/// What a person can ask the board to do.
enum CommandID: Hashable, Sendable {
  case up
  case down
  case left
  case right
  case top
  case bottom
  case halfPageDown
  case halfPageUp
  case pageDown
  case pageUp
  case firstColumn
  case lastColumn
  case nextStage
  case previousStage

  case moveToNumber
  case carryBack
  case carryOn
  case previewMove

  case focusGate
  case toggleRequirement
  case fillRequirement
  case clearRequirement

  case newTicket
  case editTicket
  case editDescription
  case comment
  case assign
  case labels
  case due
  case priorityUrgent
  case priorityHigh
  case priorityMedium
  case priorityLow
  case deleteTicket
  case undo
  case redo

  case filter
  case clearFilter
  case switchProject
  case openTicket
  case nextPane
  case help
  case refresh
  case redraw
  case suspend
  case back
  case quit
}

/// A command as a key called it; keys that share a command are told apart by their place in its list.
struct Action: Equatable {
  let command: CommandID
  /// The place, from 0, of the key among the command's keys.
  let variant: Int
}
