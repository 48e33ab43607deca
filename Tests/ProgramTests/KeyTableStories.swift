import Drawing
import Glibc
import SluiceTUI
import Testing

extension ProgramTests {
  /// Every command of the table, pressed on a file and on a server of a copy of it: the screens are the same.
  @Suite struct KeyTableStories {
    /// Keys that are pressed for a command, named as settings name it.
    private struct Step {
      let command: String
      let keys: [String]

      init(_ command: String, _ keys: String...) {
        self.command = command
        self.keys = keys
      }
    }

    private static let (escape, enter, tab) = ("\u{1B}", "\r", "\t")

    /// The walk, which begins on REL-2, the topmost ticket of Ready.
    private static let walk: [Step] = [
      // About the board.
      Step("right", "l", "\u{1B}OC"), Step("left", "h", "\u{1B}OD"), Step("last-column", "$"),
      Step("first-column", "0"),
      Step("next-stage", "}"), Step("previous-stage", "{"), Step("down", "j", "\u{1B}OB"),
      Step("up", "k", "\u{1B}OA"),
      Step("bottom", "G"), Step("top", "g"), Step("half-page-down", "\u{04}"),
      Step("half-page-up", "\u{15}"),
      Step("page-down", "\u{06}"), Step("page-up", "\u{02}"), Step("next-pane", tab, tab, tab),
      // A new ticket, and its fields.
      Step("create", "n", "A new one", tab, tab, "ann", tab, "api", tab, "2031-05-06", enter),
      Step("edit", "e", "!", "\u{13}"), Step("edit-description", "E"),
      Step("comment", "c", "Seen it.", enter),
      Step("assign", "a", "be", enter), Step("label", "#", " ", enter),
      Step("unlabel", ":unlabel api", enter), Step("due", "d", "\u{15}2031-07-08", enter),
      Step("priority", ":priority urgent", enter), Step("palette", ":", "tri", escape),
      Step("priority-urgent", "!"), Step("priority-high", "+"), Step("priority-medium", "="),
      Step("priority-low", "-"),
      Step("undo", "u", "u"), Step("redo", "\u{12}"),
      // Moves: allowed, carried, chosen, and refused by the gate ahead.
      Step("move-to-number", "1", "9"), Step("carry-back", "H"), Step("carry-on", "L", "L"),
      Step("move", "m", "l", "l"), Step("stay", escape),
      Step("move", "m", "h"), Step("move-here", enter), Step("carry-on", "L"),
      // The gate.
      Step("gate", " "), Step("tick", " "), Step("down", "j"), Step("tick", "x"),
      Step("down", "j"), Step("fill", enter, "3", enter), Step("empty", "\u{7F}"),
      Step("fill", enter, "5", enter), Step("up", "k"), Step("back", escape),
      Step("move-to-number", "1"),
      // The open ticket.
      Step("open", "o"), Step("down", "j"), Step("bottom", "G"), Step("top", "g"),
      Step("next-item", tab), Step("change", enter, escape), Step("previous-item", "\u{1B}[Z"),
      Step("find", "/", "e", enter), Step("next-match", "n"), Step("previous-match", "N"),
      Step("refresh", "r"), Step("back", "q"), Step("refresh", "r"),
      // Finding.
      Step("filter", "/", "new", enter), Step("clear-filter", escape),
      Step("filter", "/", "label:api prio>=high", enter),
      Step("clear-filter", escape), Step("views", "f"), Step("project", "p", "OPS", enter),
      Step("project", "p", "REL", enter),
      // Many at once.
      Step("mark", "v"), Step("mark-range", "j", "V"), Step("priority-high", "+", enter, escape),
      Step("undo", "u"), Step("mark-all", "*", "*"), Step("clear-filter", escape),
      // One after the other.
      Step("triage", "t"), Step("skip", "s"), Step("assign-again", "A"), Step("label-again", "L"),
      Step("priority-low", "-"), Step("move-to-number", "1"), Step("decisions", "U", enter),
      Step("undo", "u"), Step("leave-triage", "q"),
      // Away with it, and back.
      Step("delete", "D", "n"), Step("delete", "D", "y"), Step("undo", "u"),
      Step("help", "?", "j", "\u{06}", "q"),
      Step("search", "?", "/", "one down", enter), Step("run", enter),
      Step("settings", ":settings", enter), Step("redraw", "\u{0C}"), Step("suspend", "\u{1A}"),
      Step("quit", "q"),
    ]

    @Test func `The walk knows every command`() {
      let walked = Set(Self.walk.map(\.command))
      #expect(CommandTable.all.map(\.name).filter { !walked.contains($0) } == [])
    }

    @Test(arguments: [(80, 24), (120, 40)])
    func `A board behind a server is not to be told from one on a file`(
      columns: Int, rows: Int
    ) throws {
      let house = try TwoBoards(columns: columns, rows: rows)
      try house.expectSame(after: "opening")
      for step in Self.walk.dropLast() {
        for key in step.keys {
          try house.press(key)
          try house.expectSame(after: "\(step.command): \(key.debugDescription)")
        }
      }
      try house.leave()
      try house.expectSameTickets()
    }
  }
}
