import Drawing
import Glibc
import Testing

@testable import SluiceTUI

@Suite struct RandomKeysTests {
  /// Each of the seeds presses so many keys; `SLUICE_RANDOM_STEPS` asks for more.
  static let steps =
    getenv("SLUICE_RANDOM_STEPS").flatMap { Int(String(cString: $0)) } ?? 8_000

  @Test(arguments: 1...8)
  func noSequenceOfKeysDamagesTheBoard(seed: Int) {
    var hands = RandomHands(seed: UInt64(seed))
    for step in 0..<Self.steps {
      hands.step()
      if let damage = hands.state.damage {
        Issue.record("seed \(seed), step \(step): \(damage)")
        return
      }
      if step % 50 == 0, let damage = hands.state.frame().damage(in: hands.state.size) {
        Issue.record("seed \(seed), step \(step): \(damage)")
        return
      }
      if step % 500 == 499 {
        hands.settle()
        if let difference = hands.state.difference(from: hands.engine) {
          Issue.record("seed \(seed), step \(step): \(difference)")
          return
        }
      }
    }
  }

  @Test(arguments: 1...3)
  func noSequenceOfKeysChangesABoardThatIsOnlyRead(seed: Int) {
    var hands = RandomHands(seed: UInt64(seed), readOnly: true)
    for step in 0..<Self.steps {
      hands.step()
      if let change = hands.state.pending.queue.first {
        Issue.record("seed \(seed), step \(step): \(change)")
        return
      }
      if let damage = hands.state.damage {
        Issue.record("seed \(seed), step \(step): \(damage)")
        return
      }
    }
  }
}
