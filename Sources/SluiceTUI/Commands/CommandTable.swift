/// Every command with its keys: the one table behind the keymap, the help page and the README.
public enum CommandTable {
  /// In the order in which help shows them.
  public static let all: [Command] = go + move + gate + change + find + program

  private static let go: [Command] = [
    Command(.left, .go, [.board], "h <Left>", shown: "h ←", "the column to the left"),
    Command(.right, .go, [.board], "l <Right>", shown: "l →", "the column to the right"),
    Command(.down, .go, [.board, .gate, .ticket], "j <Down>", shown: "j ↓", "one down"),
    Command(.up, .go, [.board, .gate, .ticket], "k <Up>", shown: "k ↑", "one up"),
    Command(.top, .go, [.board, .gate, .ticket], "g <Home>", shown: "g Home", "to the top"),
    Command(.bottom, .go, [.board, .gate, .ticket], "G <End>", shown: "G End", "to the bottom"),
    Command(.halfPageDown, .go, [.board, .ticket], "<C-d>", shown: "^D", "half a page down"),
    Command(.halfPageUp, .go, [.board, .ticket], "<C-u>", shown: "^U", "half a page up"),
    Command(
      .pageDown, .go, [.board, .ticket], "<C-f> <PageDown>", shown: "^F PgDn", "a page down"),
    Command(.pageUp, .go, [.board, .ticket], "<C-b> <PageUp>", shown: "^B PgUp", "a page up"),
    Command(.firstColumn, .go, [.board], "0 ^", "the first column"),
    Command(.lastColumn, .go, [.board], "$", "the last column"),
    Command(.nextStage, .go, [.board], "}", "the next stage"),
    Command(.previousStage, .go, [.board], "{", "the stage before"),
  ]

  private static let move: [Command] = [
    Command(
      .moveToNumber, .move, [.board, .gate, .ticket], "1 2 3 4 5 6 7 8 9", shown: "1–9",
      "move the ticket to the status of that number"),
    Command(
      .carryBack, .move, [.board], "H <S-Left>", shown: "H", "carry it one status back"),
    Command(
      .carryOn, .move, [.board], "L <S-Right>", shown: "L", "carry it one status on"),
    Command(.previewMove, .move, [.board], "m", "choose where to, seeing what is allowed"),
  ]

  private static let gate: [Command] = [
    Command(
      .focusGate, .gate, [.board, .ticket], "<Space>", shown: "space", "go to the gate's list"),
    Command(
      .toggleRequirement, .gate, [.gate], "<Space> x", shown: "space x", "tick, accept, or undo it"),
    Command(
      .fillRequirement, .gate, [.gate], "<Enter>", shown: "enter", "fill the field, or tick"),
    Command(
      .clearRequirement, .gate, [.gate], "<Del> <Backspace>", shown: "del", "empty the field"),
  ]

  private static let change: [Command] = [
    Command(.newTicket, .change, [.board], "n", "new ticket"),
    Command(.editTicket, .change, [.board, .ticket], "e", "edit its fields"),
    Command(
      .editDescription, .change, [.board, .ticket], "E", "edit the description in $EDITOR"),
    Command(.comment, .change, [.board, .ticket], "c", "comment"),
    Command(.assign, .change, [.board, .ticket], "a", "assign"),
    Command(.labels, .change, [.board, .ticket], "#", "labels"),
    Command(.due, .change, [.board, .ticket], "d", "due date"),
    Command(.priorityUrgent, .change, [.board, .ticket], "!", "priority Urgent"),
    Command(.priorityHigh, .change, [.board, .ticket], "+", "priority High"),
    Command(.priorityMedium, .change, [.board, .ticket], "=", "priority Medium"),
    Command(.priorityLow, .change, [.board, .ticket], "-", "priority Low"),
    Command(.deleteTicket, .change, [.board, .ticket], "D", "delete the ticket, once you say yes"),
    Command(.undo, .change, [.board, .gate, .ticket], "u", "take back your last change"),
    Command(
      .redo, .change, [.board, .gate, .ticket], "<C-r>", shown: "^R", "make it again"),
  ]

  private static let find: [Command] = [
    Command(.filter, .find, [.board], "/", "filter as you type: words, assignee:, label:, prio>="),
    Command(.clearFilter, .find, [.board], "<Esc>", shown: "esc", "show everything again"),
    Command(.openTicket, .find, [.board], "<Enter> o", shown: "enter o", "open the ticket"),
    Command(.switchProject, .find, [.board], "p", "another project"),
    Command(.nextPane, .find, [.board], "<Tab>", shown: "tab", "the next pane"),
  ]

  private static let program: [Command] = [
    Command(.help, .program, [.board, .gate, .ticket], "? <F1>", shown: "?", "this help"),
    Command(.refresh, .program, [.board, .ticket], "r", "read everything anew"),
    Command(
      .redraw, .program, [.board, .gate, .ticket], "<C-l>", shown: "^L", "paint the screen anew"),
    Command(
      .suspend, .program, [.board, .gate, .ticket], "<C-z>", shown: "^Z", "stop; fg goes on"),
    Command(.back, .program, [.gate, .ticket], "<Esc> q h <Left> <C-c>", shown: "esc q", "back"),
    Command(.quit, .program, [.board], "q <C-c>", shown: "q", "leave"),
  ]
}
