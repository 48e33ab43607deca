import Drawing
import Testing

@testable import SluiceTUI

@Suite struct RandomLineTests {
  /// Whatever is pressed, however late the answers come and whenever the line is lost: once all has settled
  /// the board is the engine's, and what was confirmed was made once.
  @Test(arguments: 1...4)
  func `No delay and no loss damages the board`(seed: Int) {
    var hands = RandomHands(seed: UInt64(1_000 + seed), overLine: true)
    for step in 0..<RandomKeysTests.steps / 4 {
      hands.step()
      if let damage = hands.state.damage {
        Issue.record("seed \(seed), step \(step): \(damage)")
        return
      }
      guard step % 250 == 249 else { continue }
      hands.settle()
      if !hands.state.pending.isIdle {
        Issue.record("seed \(seed), step \(step): \(hands.state.pending)")
        return
      }
      if let difference = hands.state.difference(from: hands.engine) {
        Issue.record("seed \(seed), step \(step): \(difference)")
        return
      }
      if hands.made != hands.confirmed {
        Issue.record("seed \(seed), step \(step): made \(hands.made), not \(hands.confirmed)")
        return
      }
    }
  }

  @Test(arguments: 1...4)
  func `A frame over a line is the frame drawn anew`(seed: Int) {
    var hands = RandomHands(seed: UInt64(2_000 + seed), overLine: true)
    var painter = FramePainter()
    for step in 0..<600 {
      hands.step()
      let frame = painter.frame(of: hands.state)
      if frame != hands.state.frame() {
        Issue.record("seed \(seed), step \(step):\n\(frame)\n\(hands.state.frame())")
        return
      }
    }
  }
}
