import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// A board on a wall: everything can be looked at, and nothing changed.
@Suite struct ReadOnlyTests {
  private static let reason =
    "The board is read-only; open it without --read-only to change something."

  private func play(columns: Int = 120, rows: Int = 26) -> Play {
    var play = Play(columns: columns, rows: rows)
    play.state.refuseChanges()
    return play
  }

  @Test(arguments: [
    "1", "H", "L", "m", "n", "e", "E", "c", "a", "#", "d", "!", "+", "=", "-", "D", "u", "<C-r>",
    "v", "V", "*", "t", "<Space>x", "<Space><Enter>", "<Space><Del>", "oe", "oc", "o<Tab><Enter>",
    ":assign ben<Enter>", ":comment Hm<Enter>", ":create Something<Enter>", ":priority low<Enter>",
  ])
  func whateverWouldChangeSomethingSaysWhyItDoesNot(keys: String) {
    var play = play()
    play.press(keys)
    #expect(play.notice == Self.reason)
    #expect(!play.effects.contains { $0.isWrite })
    #expect(play.drafts.isEmpty)
  }

  /// Every command of the table, whatever it is by name, leaves the tickets as they were.
  @Test(arguments: CommandTable.all.indices)
  func noCommandChangesATicket(index: Int) {
    let command = CommandTable.all[index]
    var play = play()
    let former = play.engine.store.withLock { $0.tickets }
    play.press(":\(command.name)<Enter>")
    let entry = play.state.entries().first { $0.name == command.name }
    #expect(play.engine.store.withLock { $0.tickets } == former)
    #expect(!play.effects.contains { $0.isWrite })
    if command.id.changesSomething { #expect(entry?.obstacle != nil, "\(command.name)") }
  }

  @Test(arguments: [
    ("j", "WF-77"), ("l", "WF-97"), ("/csv<Enter>", "WF-77"), ("<Tab>", "WF-42"), ("r", "WF-42"),
  ])
  func lookingAroundWorks(keys: String, focus: String) {
    var play = play()
    play.press(keys)
    #expect(play.focus == focus)
    #expect(play.notice != Self.reason)
  }

  @Test func theGateIsLookedAt() {
    var play = play()
    play.press("<Space>j")
    #expect(play.state.layers == [.gate(3)])
    #expect(play.notice == nil)
  }

  @Test func aViewIsThePersonsOwnAndIsSaved() {
    var play = play()
    play.press("/is:mine<C-s>mine<Enter>")
    #expect(play.effects.contains(.saveView(SavedView(name: "mine", text: "is:mine"))))
  }

  @Test func programsOfThePersonRun() throws {
    var play = play()
    play.state.settings = try Settings(
      reading: Array("{commands: [{name: 'log', key: 'X', run: ['git', 'log']}]}".utf8))
    play.press("X")
    #expect(play.effects.contains { if case .run = $0 { true } else { false } })
  }

  @Test(
    arguments: [
      (nil, AppState.Connection.live, "○ read-only"), (.live, .live, "○ read-only"),
      (.reconnecting(since: Sample.now), .live, "◌ reconnecting, read-only"),
      (nil, .broken("Reading failed."), "◌ not reading, read-only"),
    ] as [(LinkState?, AppState.Connection, String)])
  func theHeaderTellsBoth(link: LinkState?, connection: AppState.Connection, text: String) {
    var state = play().state
    (state.link, state.connection) = (link, connection)
    #expect(state.frame().text(in: Rect(left: 0, top: 0, columns: 120, rows: 1)).contains(text))
  }

  @Test(arguments: [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func theScreens(size: Size) {
    let name = "\(size.columns)x\(size.rows)"
    var play = play(columns: size.columns, rows: size.rows)
    expectScreen(play.state.frame(), "read-only-\(name)")
    play.press("!")
    expectScreen(play.state.frame(), "read-only-refused-\(name)")
    play.press(":assign")
    expectScreen(play.state.frame(), "read-only-palette-\(name)")
    play.press("<Esc>?G")
    expectScreen(play.state.frame(), "read-only-help-\(name)")
    play.press("<Esc>o")
    expectScreen(play.state.frame(), "read-only-ticket-\(name)")
  }

  /// What an engine refuses is told in its own words.
  @Test func aFileThatMayOnlyBeReadSaysWhose() {
    var play = Play()
    play.state.refusals = [.changes: "The board is read-only: the file belongs to root."]
    play.press("L")
    #expect(play.notice == "The board is read-only: the file belongs to root.")
  }
}
