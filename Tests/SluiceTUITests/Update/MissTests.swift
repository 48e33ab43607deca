import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Keys that do nothing where they are pressed, and keys that reach further than they did.
@Suite struct MissTests {
  @Test func aKeyOfTheBoardSaysSoInTheGate() {
    var play = Play()
    play.press("<Space>n")
    #expect(play.notice == "“n” works on the board; esc goes back.")
    #expect(play.state.layers == [.gate(2)])
  }

  @Test func aMoveIsTakenFromTheGate() {
    var play = Play()
    play.press("<Space>2")
    #expect(play.notice == "WF-42 → Triaged")
    #expect(play.state.layers.isEmpty)
  }

  @Test func theGateIsReachedFromTheOpenTicket() {
    var play = Play()
    play.press("<Enter><Space>")
    #expect(play.state.layers == [.gate(2)])
  }
}
