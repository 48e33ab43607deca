import Drawing
import Testing

@testable import SluiceTUI

@Suite struct FramePainterTests {
  /// Whatever happens in between: what was drawn before never shows through.
  @Test(arguments: 1...6)
  func `A frame after others is the frame drawn anew`(seed: Int) {
    var hands = RandomHands(seed: UInt64(100 + seed))
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
