import Drawing
import Testing

@testable import SluiceTUI

/// The names of keys, as settings write and the screen shows them.
@Suite struct KeySequenceTests {
  @Test(arguments: [
    ("g", [Key.character("g")], "g"), ("G", [.character("G")], "G"),
    ("space", [.character(" ")], "space"), ("enter", [.enter], "enter"),
    ("C-d", [.control("d")], "^D"), ("C-D", [.control("d")], "^D"),
    ("C-space", [.control("@")], "^@"), ("C-_", [.control("_")], "^_"),
    ("M-x", [.alt("x")], "alt-x"), ("alt-X", [.alt("X")], "alt-X"), ("F10", [.function(10)], "F10"),
    ("S-left", [.shiftLeft], "shift-←"), ("page-down", [.pageDown], "PgDn"),
    ("C-x n", [.control("x"), .character("n")], "^X n"),
    ("  g   g ", [.character("g"), .character("g")], "g g"), ("é", [.character("é")], "é"),
    ("Escape", [.escape], "esc"), ("PgUp", [.pageUp], "PgUp"), ("-", [.character("-")], "-"),
  ])
  func isReadAndShown(text: String, keys: [Key], shown: String) throws {
    let sequence = try KeySequence(reading: text)
    #expect(sequence.keys == keys)
    #expect(sequence.shown == shown)
    #expect(try KeySequence(reading: sequence.name) == sequence)
  }

  @Test(arguments: [
    ("", "A key needs a name, such as “g” or “C-x n”."),
    ("entr", "There is no key “entr”. Did you mean “enter”?"),
    ("gg", "There is no key “gg”. Several keys are written with blanks between them."),
    ("C-i", "Terminals send “C-i” for tab; write “tab”."),
    ("C-m", "Terminals send “C-m” for enter; write “enter”."),
    ("C-h", "Terminals send “C-h” for backspace; write “backspace”."),
    ("C-[", "Terminals send “C-[” for esc; write “esc”."),
    ("C-1", "Terminals have no “C-1”; C- goes with the letters, space and \\ ] ^ _."),
    ("M-up", "Terminals have no “M-up”; M- goes with a character."),
    ("S-a", "“S-a” is written “A”."),
    ("F99", "There is no key “F99”. Several keys are written with blanks between them."),
  ])
  func whatIsNoKeyIsRefused(text: String, message: String) {
    let error = #expect(throws: KeyFault.self) { try KeySequence(reading: text) }
    #expect(error?.message == message)
  }

  /// The literals of the program's own tables cannot be refused, so that they are read here again.
  @Test func thoseOfTheTableAreRead() throws {
    for sequence in CommandTable.all.flatMap(\.keys) {
      #expect(!sequence.keys.isEmpty)
      #expect(try KeySequence(reading: sequence.name) == sequence)
    }
  }
}
