import Drawing
import Glibc
import SluiceCore
import Testing

@testable import SluiceTUI

/// A screen on which a script happens.
final class ScriptedScreen: Screen {
  /// What a wait ends with.
  enum Step {
    /// These events, all there at once.
    case events([InputEvent])
    /// Nothing until this holds; the engine's answers are let in meanwhile.
    case until(String, (ScriptedScreen) -> Bool)
    /// Something that happens outside.
    case run(() -> Void)
  }

  var size = Size(columns: 80, rows: 24)
  private(set) var frames: [Frame] = []
  /// What the program did with the screen, in order.
  var log: [String] = []
  private var script: [Step]

  init(_ script: [Step]) {
    self.script = script
  }

  var text: String { frames.last?.description ?? "" }

  func present(_ frame: Frame) {
    // A picture that shows nothing new writes nothing.
    guard frames.last != frame else { return }
    frames.append(frame)
    log.append("present")
  }

  func wait(alsoReadable descriptors: [Int32], timeoutMilliseconds: Int?) -> [InputEvent] {
    log.append("wait")
    while let step = script.first {
      switch step {
      case .events(let events):
        script.removeFirst()
        return events
      case .run(let work):
        script.removeFirst()
        work()
      case .until(let what, let holds):
        if holds(self) {
          script.removeFirst()
          waits = 0
          continue
        }
        waits += 1
        // Far more than any answer takes; a script that hangs is to fail and not to block.
        if waits > 2_000 {
          Issue.record("never happened: \(what); the screen is\n\(text)")
          return [.terminate(signal: SIGKILL)]
        }
        poll(descriptors, milliseconds: min(timeoutMilliseconds ?? 10, 10))
        return []
      }
    }
    guard !hasLeft else {
      Issue.record("q did not leave; the screen is\n\(text)")
      return [.terminate(signal: SIGKILL)]
    }
    hasLeft = true
    return [.key(.character("q"))]
  }

  private var waits = 0
  private var hasLeft = false

  private func poll(_ descriptors: [Int32], milliseconds: Int) {
    var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = Glibc.poll(&polls, nfds_t(polls.count), Int32(milliseconds))
  }

  func adopt(_ palette: Palette) { log.append("adopt") }
  func release() { log.append("release") }
  func reclaim() { log.append("reclaim") }
  func suspend() { log.append("suspend") }
  func close() { log.append("close") }
}

extension ScriptedScreen.Step {
  static func keys(_ names: String) -> Self {
    .events((Key.sequence(names) ?? []).map(InputEvent.key))
  }

  static func shows(_ text: String) -> Self {
    .until("“\(text)” is shown") { $0.text.contains(text) }
  }
}
