import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// The list of what can be done where one is.
@Suite struct HelpTests {
  private static func names(_ state: AppState) -> [String] {
    guard case .help(let help)? = state.layers.last else { return [] }
    return state.entries(of: help).map(\.name)
  }

  @Test(arguments: [("", Command.Context.board), ("o", .ticket), ("<Space>", .gate)])
  func itListsWhatWorksHere(keys: String, context: Command.Context) {
    var play = Play()
    play.press("u" + keys + "?")
    // Nothing has been taken back, and nothing is filtered.
    let without: Set<CommandID> = [.redo, .clearFilter]
    let expected = CommandTable.all.filter {
      $0.contexts.contains(context) && !without.contains($0.id)
    }
    #expect(Self.names(play.state) == expected.map(\.name))
  }

  @Test func whatIsChosenIsDone() {
    var play = Play()
    play.press("?jj<Enter>")
    #expect(play.focus == "WF-77")
    #expect(play.state.layers == [])
  }

  @Test func itIsSearched() {
    var play = Play()
    play.press("?/take")
    #expect(Self.names(play.state) == ["unlabel", "undo"])
    play.press("<Esc>")
    #expect(Self.names(play.state).count > 20)
    play.press("/take back<Enter>")
    #expect(Self.names(play.state) == ["undo"])
    play.press("<Enter>")
    #expect(play.state.layers == [])
    #expect(play.effects.contains(.loadEarlierDeed))
  }

  @Test func itScrollsToWhatIsChosen() {
    var play = Play(columns: 40, rows: 12)
    play.press("?G")
    #expect(play.state.frame().description.contains("leave"))
    play.press("g")
    #expect(play.state.frame().description.contains("the column to the left"))
  }

  @Test(arguments: ["?", "<Esc>", "q"])
  func itIsLeft(key: String) {
    var play = Play()
    play.press("?" + key)
    #expect(play.state.layers == [])
  }

  @Test func whatNeedsMoreIsAskedForInThePalette() {
    var play = Play()
    play.press("?/priority<Enter><Enter>")
    #expect(play.state.layers == [.palette(CommandPalette("priority "))])
  }
}
