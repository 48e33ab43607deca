import Drawing
import Glibc
import SluiceCore

extension BoardProgram {
  /// How long to go on sending after the person has left, in milliseconds.
  private static let leavingMilliseconds = 5_000
  /// How long nothing is said of that, in milliseconds.
  private static let quietMilliseconds = 100
  /// How often to try again meanwhile, in milliseconds.
  private static let retryMilliseconds = 500

  /// Finishes what keys asked for; at the end of a line not longer than a person waits, and told while it
  /// lasts.
  func finish(_ worker: EngineWorker) {
    let start = monotonicMilliseconds()
    while !state.pending.queue.isEmpty {
      let passed = monotonicMilliseconds() - start
      if link == nil {
        waitForAnswer(worker, milliseconds: -1)
      } else if passed < Self.quietMilliseconds {
        waitForAnswer(worker, milliseconds: Self.quietMilliseconds - passed)
      } else {
        guard passed < Self.leavingMilliseconds, waitForLine(worker) else { return }
      }
      for message in worker.takeResults() { take(message, worker) }
      if checkLink(worker) { continue }
      if state.isWaitingToTry { handle(.retry, worker) }
    }
  }

  private func waitForAnswer(_ worker: EngineWorker, milliseconds: Int) {
    var poll = pollfd(fd: worker.descriptor, events: Int16(POLLIN), revents: 0)
    _ = Glibc.poll(&poll, 1, Int32(milliseconds))
  }

  /// Waits for an answer, or a little; `false` if the person does not want to wait.
  private func waitForLine(_ worker: EngineWorker) -> Bool {
    state.sayLeaving()
    screen.present(painter.frame(of: state))
    let events = screen.wait(
      alsoReadable: descriptors(worker), timeoutMilliseconds: Self.retryMilliseconds)
    _ = engine.takeForeignChange()
    for event in events {
      switch event {
      case .key(.escape), .key(.control("c")): return false
      case .terminate(let signal):
        exitStatus = 128 + signal
        return false
      default: break
      }
    }
    return true
  }
}
