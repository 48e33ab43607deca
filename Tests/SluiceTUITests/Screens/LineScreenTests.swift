import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// What a slow or lost line looks like at each size.
@Suite struct LineScreenTests {
  static let sizes = [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ]

  private func play(_ size: Size) -> SlowPlay {
    SlowPlay(columns: size.columns, rows: size.rows)
  }

  private func expect(
    _ play: SlowPlay, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let size = play.state.size
    expectScreen(
      play.state.frame(), "line-\(name)-\(size.columns)x\(size.rows)",
      sourceLocation: sourceLocation)
  }

  @Test(arguments: sizes)
  func `A move is under way, confirmed, or refused`(size: Size) {
    var play = play(size)
    play.press("H")
    play.linger()
    expect(play, "pending")
    play.settle()
    expect(play, "confirmed")
    play.press("L")
    play.linger()
    expect(play, "pending-back")
    play.memory.failWrites(
      EngineError(.storage, "The disk of the server is full.", nextStep: "Tell whoever runs it."))
    play.settle()
    expect(play, "refused")
  }

  @Test func `The page of a ticket tells it too`() {
    var play = play(Size(columns: 40, rows: 12))
    play.press("<Enter>")
    play.answerReads()
    play.become(.reconnecting(since: Sample.now))
    play.press("!")
    play.linger()
    #expect(
      play.state.frame().description.hasPrefix(" WF-42… Fix l… ◌ reconnecting, 1 unsent"))
  }

  @Test(arguments: sizes)
  func `The line is lost, with and without something unsent`(size: Size) {
    var play = play(size)
    play.become(.reconnecting(since: Sample.now))
    expect(play, "reconnecting")
    play.press("H!")
    play.linger()
    expect(play, "unsent")
    play.become(.live)
    play.settle()
    expect(play, "returned")
  }
}
