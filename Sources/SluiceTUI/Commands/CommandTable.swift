/// Every command with its keys: the one table behind the keymap, the help page and the README.
public enum CommandTable {
  /// In the order in which help shows them.
  public static let all: [Command] = go + move + gate + change + mark + triage + find + program

  /// The command of that name.
  static func command(named name: String) -> Command? {
    all.first { $0.name == name }
  }

  /// The command of that name, or of that word of the command line.
  static func command(called name: String) -> Command? {
    command(named: name) ?? all.first { $0.id.otherNames.contains(name) }
  }

  /// The keys of the table by place and command.
  static var bindings: [Command.Context: Keymap.Bindings] {
    var bindings = [Command.Context: Keymap.Bindings](
      minimumCapacity: Command.Context.allCases.count)
    for command in all {
      for context in command.contexts {
        bindings[context, default: .init(minimumCapacity: all.count)][command.id] = command.keys
      }
    }
    return bindings
  }

  private static let go: [Command] = [
    Command(.left, .go, [.board, .move], ["h", "left"], "the column to the left"),
    Command(.right, .go, [.board, .move], ["l", "right"], "the column to the right"),
    Command(.down, .go, [.board, .gate, .ticket, .triage, .help], ["j", "down"], "one down"),
    Command(.up, .go, [.board, .gate, .ticket, .triage, .help], ["k", "up"], "one up"),
    Command(
      .top, .go, [.board, .gate, .ticket, .move, .triage, .help], ["g", "home"], "to the top"),
    Command(
      .bottom, .go, [.board, .gate, .ticket, .move, .triage, .help], ["G", "end"],
      "to the bottom"),
    Command(
      .halfPageDown, .go, [.board, .ticket, .triage, .help], ["C-d"], "half a page down"),
    Command(.halfPageUp, .go, [.board, .ticket, .triage, .help], ["C-u"], "half a page up"),
    Command(
      .pageDown, .go, [.board, .ticket, .triage, .help], ["C-f", "page-down"], "a page down"),
    Command(.pageUp, .go, [.board, .ticket, .triage, .help], ["C-b", "page-up"], "a page up"),
    Command(.firstColumn, .go, [.board, .move], ["0", "^"], "the first column"),
    Command(.lastColumn, .go, [.board, .move], ["$"], "the last column"),
    Command(.nextStage, .go, [.board], ["}"], "the next stage"),
    Command(.previousStage, .go, [.board], ["{"], "the stage before"),
  ]

  private static let move: [Command] = [
    Command(
      .moveToNumber, .move, [.board, .gate, .ticket, .triage],
      ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
      "move the ticket to the status of that number", given: .init(name: "NUMBER", isNeeded: true)),
    Command(.carryBack, .move, [.board], ["H", "S-left"], "carry it one status back"),
    Command(.carryOn, .move, [.board], ["L", "S-right"], "carry it one status on"),
    Command(
      .previewMove, .move, [.board, .gate, .ticket, .move, .triage], ["m"],
      "choose where to, seeing what is allowed", given: .init(name: "STATUS", isChosen: true)),
    Command(.takeMove, .move, [.move], ["enter"], "move it there, or as far as is allowed"),
    Command(.stay, .move, [.move], ["esc", "q", "C-c"], "leave it where it is"),
  ]

  private static let gate: [Command] = [
    Command(.focusGate, .gate, [.board, .ticket, .triage], ["space"], "go to the gate's list"),
    Command(.toggleRequirement, .gate, [.gate], ["space", "x"], "tick, accept, or undo it"),
    Command(.fillRequirement, .gate, [.gate], ["enter"], "fill the field, or tick"),
    Command(.clearRequirement, .gate, [.gate], ["del", "backspace"], "empty the field"),
  ]

  private static let change: [Command] = [
    Command(.newTicket, .change, [.board], ["n"], "new ticket", given: .init(name: "TITLE")),
    Command(.editTicket, .change, [.board, .ticket, .triage], ["e"], "edit its fields"),
    Command(
      .editDescription, .change, [.board, .ticket, .triage], ["E"],
      "edit the description in $EDITOR"),
    Command(
      .comment, .change, [.board, .ticket, .triage], ["c"], "comment", given: .init(name: "TEXT")),
    Command(
      .assign, .change, [.board, .ticket, .triage], ["a"], "assign",
      given: .init(name: "PERSON, me or none")),
    Command(
      .labels, .change, [.board, .ticket, .triage], ["#"], "labels",
      given: .init(name: "LABEL, …")),
    Command(
      .unlabel, .change, [.board, .ticket, .triage], [], "take labels off",
      given: .init(name: "LABEL, …", isNeeded: true)),
    Command(
      .due, .change, [.board, .ticket, .triage], ["d"], "due date, such as fri or +3d",
      given: .init(name: "DAY or none")),
    Command(
      .priority, .change, [.board, .ticket, .triage], [], "set the priority",
      given: .init(name: "PRIORITY", isNeeded: true, isChosen: true)),
    Command(.priorityUrgent, .change, [.board, .ticket, .triage], ["!"], "priority Urgent"),
    Command(.priorityHigh, .change, [.board, .ticket, .triage], ["+"], "priority High"),
    Command(.priorityMedium, .change, [.board, .ticket, .triage], ["="], "priority Medium"),
    Command(.priorityLow, .change, [.board, .ticket, .triage], ["-"], "priority Low"),
    Command(
      .deleteTicket, .change, [.board, .ticket, .triage], ["D"],
      "delete the ticket, once you say yes"),
    Command(.nextItem, .change, [.ticket], ["tab"], "go to the next thing to change"),
    Command(.previousItem, .change, [.ticket], ["S-tab"], "go to the one before"),
    Command(.changeItem, .change, [.ticket], ["enter"], "change it where it stands"),
    Command(
      .undo, .change, [.board, .gate, .ticket, .triage], ["u"], "take back your last change"),
    Command(.redo, .change, [.board, .gate, .ticket], ["C-r"], "make it again"),
  ]

  private static let mark: [Command] = [
    Command(.mark, .mark, [.board], ["v"], "mark the ticket, or unmark it"),
    Command(.markRange, .mark, [.board], ["V"], "mark from the last mark of the column to here"),
    Command(
      .markAll, .mark, [.board], ["*"], "mark all that the column shows; again, all of the board"),
  ]

  private static let triage: [Command] = [
    Command(.triage, .triage, [.board], ["t"], "decide about one ticket after the other"),
    Command(.skip, .triage, [.triage], ["s"], "leave it as it is, and go on"),
    Command(.assignAgain, .triage, [.triage], ["A"], "assign to whom you assigned last"),
    Command(.labelAgain, .triage, [.triage], ["L"], "add the label that you added last"),
    Command(.decisions, .triage, [.triage], ["U"], "list your decisions, and take one back"),
    Command(.leaveTriage, .triage, [.triage], ["q", "esc", "C-c"], "leave it"),
  ]

  private static let find: [Command] = [
    Command(
      .filter, .find, [.board], ["/"], "filter as you type; tab completes, ^S saves a view",
      given: .init(name: "WORDS")),
    Command(.pickView, .find, [.board], ["f"], "show a saved view"),
    Command(.clearFilter, .find, [.board], ["esc"], "unmark; show everything again"),
    Command(
      .openTicket, .find, [.board, .triage], ["enter", "o"], "open the ticket",
      given: .init(name: "TICKET")),
    Command(
      .switchProject, .find, [.board], ["p"], "another project", given: .init(name: "PROJECT")),
    Command(.nextPane, .find, [.board], ["tab"], "the next pane"),
    Command(.search, .find, [.ticket], ["/"], "find on the page"),
    Command(.nextMatch, .find, [.ticket], ["n"], "the next one found"),
    Command(.previousMatch, .find, [.ticket], ["N"], "the one before"),
  ]

  private static let program: [Command] = [
    Command(
      .help, .program, [.board, .gate, .ticket, .triage, .help], ["?", "F1"],
      "what can be done here"),
    Command(.searchHelp, .program, [.help], ["/"], "search the help"),
    Command(.runEntry, .program, [.help], ["enter"], "do what is chosen"),
    Command(
      .palette, .program, [.board, .gate, .ticket, .triage, .help], [":"],
      "any command, by its name"),
    Command(
      .editSettings, .program, [.board, .ticket, .triage], [], "edit keys and settings in $EDITOR"),
    Command(.refresh, .program, [.board, .ticket, .triage], ["r"], "read everything anew"),
    Command(
      .redraw, .program, [.board, .gate, .ticket, .triage], ["C-l"], "paint the screen anew"),
    Command(.suspend, .program, [.board, .gate, .ticket, .triage], ["C-z"], "stop; fg goes on"),
    Command(.back, .program, [.gate, .ticket, .help], ["esc", "q", "h", "left", "C-c"], "back"),
    Command(.quit, .program, [.board], ["q", "C-c"], "leave"),
  ]
}
