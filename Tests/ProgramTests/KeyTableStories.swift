import Drawing
import Glibc
import SluiceTUI
import Testing

extension ProgramTests {
  /// Every command of the table, pressed on a file and on a server of a copy of it: the screens are the same.
  @Suite struct KeyTableStories {
    /// Keys that are pressed for a command, named as help names it.
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
      Step("l →", "l", "\u{1B}OC"), Step("h ←", "h", "\u{1B}OD"), Step("$", "$"), Step("0 ^", "0"),
      Step("}", "}"), Step("{", "{"), Step("j ↓", "j", "\u{1B}OB"), Step("k ↑", "k", "\u{1B}OA"),
      Step("G End", "G"), Step("g Home", "g"), Step("^D", "\u{04}"), Step("^U", "\u{15}"),
      Step("^F PgDn", "\u{06}"), Step("^B PgUp", "\u{02}"), Step("tab", tab, tab, tab),
      // A new ticket, and its fields.
      Step("n", "n", "A new one", tab, tab, "ann", tab, "api", tab, "2031-05-06", enter),
      Step("e", "e", "!", "\u{13}"), Step("E", "E"), Step("c", "c", "Seen it.", enter),
      Step("a", "a", "be", enter), Step("#", "#", " ", enter),
      Step("d", "d", "\u{15}2031-07-08", enter),
      Step("!", "!"), Step("+", "+"), Step("=", "="), Step("-", "-"),
      Step("u", "u", "u"), Step("^R", "\u{12}"),
      // Moves: allowed, carried, chosen, and refused by the gate ahead.
      Step("1–9", "1", "9"), Step("H", "H"), Step("L", "L", "L"), Step("m", "m", "l", "l", escape),
      Step("m", "m", "h", enter), Step("L", "L"),
      // The gate.
      Step("space", " "), Step("space x", " "), Step("j ↓", "j"), Step("space x", "x"),
      Step("j ↓", "j"), Step("enter", enter, "3", enter), Step("del", "\u{7F}"),
      Step("enter", enter, "5", enter), Step("k ↑", "k"), Step("esc q", escape), Step("1–9", "1"),
      // The open ticket.
      Step("enter o", "o"), Step("j ↓", "j"), Step("G End", "G"), Step("g Home", "g"),
      Step("r", "r"), Step("esc q", "q"), Step("r", "r"),
      // Finding.
      Step("/", "/", "new", enter), Step("esc", escape),
      Step("/", "/", "label:api prio>=high", enter),
      Step("esc", escape), Step("p", "p", "OPS", enter), Step("p", "p", "REL", enter),
      // Away with it, and back.
      Step("D", "D", "n"), Step("D", "D", "y"), Step("u", "u"),
      Step("?", "?", "j", "\u{06}", "q"), Step("^L", "\u{0C}"), Step("^Z", "\u{1A}"),
      Step("q", "q"),
    ]

    @Test func `The walk knows every command`() {
      let walked = Set(Self.walk.map(\.command))
      #expect(CommandTable.all.map(\.keyText).filter { !walked.contains($0) } == [])
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
