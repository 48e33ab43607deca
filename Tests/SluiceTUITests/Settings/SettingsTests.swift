import Drawing
import Testing

@testable import SluiceTUI

/// A file of settings, and what comes of it.
@Suite struct SettingsTests {
  private static func settings(_ text: String) throws -> Settings {
    try Settings(reading: Array(text.utf8))
  }

  private static func keys(
    _ text: String, _ id: CommandID, _ context: Command.Context = .board
  ) throws -> [String] {
    try settings(text).keymap.keys(of: id, in: context).map(\.name)
  }

  @Test func nothingSetUpIsTheTable() throws {
    #expect(try Self.settings("{}") == .standard)
    #expect(try Self.settings("{keys: {preset: 'vim'}, commands: []}").keymap == .standard)
    #expect(try Self.settings(Settings.template) == .standard)
  }

  @Test func aThemeThatCannotBeUsedIsAFaultWithItsPlace() throws {
    let text = Array("{\n  theme: 'ligt',\n}".utf8)
    #expect(try Settings(reading: text).theme == "ligt")
    let error = #expect(throws: SettingsError.self) {
      try Settings(reading: text) { "There is no “\($0)”." }
    }
    #expect(error?.faults.map(\.description) == ["line 2, column 10: There is no “ligt”."])
  }

  @Test func aCommandGetsOtherKeysInOnePlace() throws {
    let text = "{keys: {board: {undo: 'U', 'carry-on': ['L', ', n'], quit: null}}}"
    #expect(try Self.keys(text, .undo) == ["U"])
    #expect(try Self.keys(text, .undo, .ticket) == ["u"])
    #expect(try Self.keys(text, .carryOn) == ["L", ", n"])
    #expect(try Self.keys(text, .quit) == [])
    #expect(try Self.keys(text, .redo) == ["C-r"])
  }

  @Test func aCommandGetsOtherKeysEverywhereAndOneMoreInAPlace() throws {
    let text = "{keys: {everywhere: {undo: 'Z'}, gate: {undo: ['Z', 'z']}}}"
    #expect(try Self.keys(text, .undo) == ["Z"])
    #expect(try Self.keys(text, .undo, .ticket) == ["Z"])
    #expect(try Self.keys(text, .undo, .gate) == ["Z", "z"])
  }

  @Test func keysCanBeSwapped() throws {
    let text = "{keys: {board: {comment: 'a', assign: 'c'}}}"
    #expect(try Self.keys(text, .comment) == ["a"])
    #expect(try Self.keys(text, .assign) == ["c"])
  }

  @Test(arguments: Preset.allCases)
  func aPresetContradictsNothingAndIsLedOutOf(preset: Preset) throws {
    let table = KeyTable(preset)
    #expect(table.conflicts().map { "\($0.former.sequence.name) \($0.former.name)" } == [])
    #expect(table.contextWithoutExit == nil)
    #expect(try Self.settings("{keys: {preset: '\(preset.rawValue)'}}").keymap == table.keymap)
  }

  @Test(arguments: [
    ("emacs", "<C-n>", "WF-77"), ("emacs", "<C-p>", "WF-70"), ("emacs", "<C-f>", "WF-97"),
    ("emacs", "<C-x><C-c>", "leaves"), ("arrows", "<Down>", "WF-77"), ("arrows", "<End>", "WF-77"),
    ("arrows", "j", "WF-42"), ("vim", "j", "WF-77"), ("emacs", "<A-x>", "palette"),
  ])
  func aPresetWorks(preset: String, keys: String, outcome: String) throws {
    var play = Play()
    play.state.settings = try Self.settings("{keys: {preset: '\(preset)'}}")
    play.press(keys)
    switch outcome {
    case "leaves": #expect(play.effects.last == .quit)
    case "palette": #expect(play.state.layers == [.palette(CommandPalette())])
    default: #expect(play.focus == outcome)
    }
  }

  private static let faults: [(String, String)] = [
    (
      "{\n  keys: {\n    board: { 'carry-one': 'x' },\n  },\n}",
      "line 3, column 14: There is no command “carry-one”. Did you mean “carry-on”?"
    ),
    (
      "{keys: {board: {frobnicate: 'x'}}}",
      "line 1, column 17: There is no command “frobnicate”. “sluice keys” lists them all."
    ),
    ("{kes: {}}", "line 1, column 2: There is no “kes” in the settings. Did you mean “keys”?"),
    (
      "{keys: {bord: {}}}",
      "line 1, column 9: There is no “bord” in “keys”. Did you mean “board”?"
    ),
    (
      "{keys: {preset: 'vi'}}",
      "line 1, column 17: There is no preset “vi”. Did you mean “vim”?"
    ),
    (
      "{keys: {board: {undo: 'C-i'}}}",
      "line 1, column 23: Terminals send “C-i” for tab; write “tab”."
    ),
    (
      "{keys: {board: {undo: 3}}}",
      "line 1, column 23: Expected a key, a list of keys or null for “undo”, found a number."
    ),
    (
      "{keys: {gate: {'carry-on': 'x'}}}",
      "line 1, column 16: “carry-on” does nothing in the gate; it works on the board."
    ),
    (
      "{keys: {board: {undo: 'L'}}}",
      "line 1, column 23: “L” calls carry-on on the board, by the preset “vim”. "
        + "Choose another key, or give carry-on another one there, or null."
    ),
    (
      "{keys: {board: {\n undo: 'x',\n redo: 'x'}}}",
      "line 3, column 8: “x” calls undo on the board, in line 2. "
        + "Choose another key, or give undo another one there, or null."
    ),
    (
      "{keys: {board: {undo: 'g b'}}}",
      "line 1, column 23: “g” calls top on the board, so “g b” for undo could never be finished; "
        + "top has its key by the preset “vim”. "
        + "Choose another key, or give top another one there, or null."
    ),
    (
      "{keys: {move: {stay: null}}}",
      "line 1, column 8: No key would lead out while choosing where to move; "
        + "give one to back, quit or palette."
    ),
    ("{keys: [", "line 1, column 9: The text ends where a value should stand."),
    ("[]", "line 1, column 1: Expected an object for the settings, found a list."),
  ]

  @Test(arguments: faults)
  func aFaultIsToldWithItsPlace(text: String, fault: String) {
    let error = #expect(throws: SettingsError.self) { try Self.settings(text) }
    #expect(error?.faults.map(\.description) == [fault])
  }

  @Test func allFaultsAreToldAtOnce() {
    let text = "{\n  them: 'x',\n  keys: {board: {undo: 'nokey',\n    foo: 'x'}}}"
    let error = #expect(throws: SettingsError.self) { try Self.settings(text) }
    #expect(error?.faults.map(\.line) == [2, 3, 4])
  }

  @Test func theScreenShowsWhatIsInForce() throws {
    var play = Play()
    play.state.settings = try Self.settings(
      "{keys: {board: {undo: 'U', help: 'F2', quit: null, 'carry-on': ', n', 'carry-back': ', p'}}}"
    )
    let size = play.state.size
    let bottom = Rect(left: 0, top: size.rows - 1, columns: size.columns, rows: 1)
    #expect(
      play.state.frame().text(in: bottom)
        == " hjkl go  1-9 move  , p/, n back/on  space gate  n new  / filter  t triage  enter open"
        + "  U undo  : commands  F2 help")
    play.press("D")
    #expect(play.state.frame().description.contains("Its history stays; U takes it back."))
  }

  @Test func aKeyOfTheBoardIsToldByItsNewName() throws {
    var play = Play()
    play.state.settings = try Self.settings("{keys: {gate: {back: 'backspace', empty: 'del'}}}")
    play.press("<Space>n")
    #expect(play.notice == "“n” works on the board; backspace goes back.")
  }

  @Test func whatHasNoKeyIsToldByItsName() throws {
    var play = Play()
    play.state.settings = try Self.settings("{keys: {board: {undo: null}}}")
    play.press("D")
    #expect(play.state.frame().description.contains("Its history stays; :undo takes it back."))
  }

  @Test func settingsAreEditedAndInForceAtOnce() throws {
    var play = Play()
    play.press(":settings<Enter>")
    #expect(play.effects == [.editSettings])
    play.tell(.settingsEdited(.success(try Self.settings("{keys: {board: {down: 'x'}}}"))))
    #expect(play.notice == "The settings are in force; ? shows the keys")
    play.press("x")
    #expect(play.focus == "WF-77")
  }
}
