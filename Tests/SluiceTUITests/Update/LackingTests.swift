import SluiceCore
import Testing

@testable import SluiceTUI

/// A board on a server that knows too little for some commands.
@Suite struct LackingTests {
  @Test(arguments: [
    ("c", EngineFeature.comments), ("a", .assignees), ("#", .labels), ("d", .dueDates),
    ("D", .deletion), ("u", .undo), ("<C-r>", .undo),
  ])
  func itIsSaidBeforeAnythingIsTyped(key: String, feature: EngineFeature) {
    var play = Play()
    play.state.refusals = [feature: "This server knows no such thing."]
    play.press(key)
    #expect(play.notice == "This server knows no such thing.")
    #expect(play.state.layers == [])
    #expect(play.effects == [])
  }

  @Test func otherCommandsWork() {
    var play = Play()
    play.state.refusals = [.comments: "This server knows no such thing."]
    play.press("!")
    #expect(play.notice == "WF-42 is Urgent")
  }
}
