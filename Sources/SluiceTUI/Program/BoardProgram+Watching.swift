import Glibc
import SluiceCore

/// What happens without a key: time passes, others change something, the line is lost and found.
extension BoardProgram {
  func descriptors(_ worker: EngineWorker) -> [Int32] {
    let own = [worker.descriptor, backgroundRuns?.descriptor].compactMap(\.self)
    guard let change = engine.changeDescriptor, !worker.isChecking else { return own }
    return own + [change]
  }

  /// How long to wait for what happens without a key, in milliseconds.
  var waitMilliseconds: Int {
    let next = min(
      lastCheck + checkMilliseconds, rest?.deadline ?? .max, awaited?.deadline ?? .max,
      lingering?.deadline ?? .max, fading.first?.deadline ?? .max, draftDeadline ?? .max,
      state.isWaitingToTry ? lastTry + checkMilliseconds : .max)
    return max(0, next - monotonicMilliseconds())
  }

  private var checkMilliseconds: Int {
    engine.changeDescriptor == nil ? Self.pollMilliseconds : Self.safetyMilliseconds
  }

  func handleRest(_ worker: EngineWorker) {
    guard let rest, monotonicMilliseconds() >= rest.deadline else { return }
    self.rest = nil
    handle(.rested(rest.number), worker)
  }

  /// Lets keys be forgotten that nothing has followed; whether some are.
  func handleOverdue(_ worker: EngineWorker) -> Bool {
    guard let awaited, monotonicMilliseconds() >= awaited.deadline else { return false }
    self.awaited = nil
    let hasBegun = !state.begun.isEmpty
    handle(.overdue(awaited.number), worker)
    return hasBegun
  }

  /// Lets changes be seen as under way that have been so for long; whether some have.
  func handleLingering(_ worker: EngineWorker) -> Bool {
    guard state.pending.hasUnmarked else {
      lingering = nil
      return false
    }
    let now = monotonicMilliseconds()
    let due = lingering ?? (state.pending.newest, now + Self.lingerMilliseconds)
    guard now >= due.deadline else {
      lingering = due
      return false
    }
    lingering = nil
    handle(.lingered(due.number), worker)
    return true
  }

  /// Lets marks go by that have been seen long enough; whether some have.
  func handleFading(_ worker: EngineWorker) -> Bool {
    let now = monotonicMilliseconds()
    guard let over = fading.last(where: { now >= $0.deadline }) else { return false }
    fading.removeAll { $0.number <= over.number }
    handle(.faded(over.number), worker)
    return true
  }

  /// Hears how the line stands; whether that is news.
  func checkLink(_ worker: EngineWorker) -> Bool {
    guard let link else { return false }
    let linkState = link.linkState
    guard linkState != state.link else { return false }
    state.now = surroundings.now()
    handle(.link(linkState), worker)
    return true
  }

  /// Asks for others' changes when the engine's descriptor says so, and now and then all the same; whether
  /// that is news already.
  func checkOthers(_ worker: EngineWorker) -> Bool {
    let now = monotonicMilliseconds()
    tryAgain(at: now, worker)
    let isDue = now >= lastCheck + checkMilliseconds
    guard isDue || engine.changeDescriptor.map(isReadable) == true else { return false }
    lastCheck = now
    guard link != nil else {
      worker.checkForeignChange()
      return false
    }
    // What came over a line is here already: nobody need be asked.
    guard engine.takeForeignChange() else { return false }
    handle(.foreignChange, worker)
    return true
  }

  /// Tries again what could not be read or sent, for nobody may tell when it can be.
  private func tryAgain(at now: Int, _ worker: EngineWorker) {
    guard state.isWaitingToTry else {
      lastTry = now
      return
    }
    guard now >= lastTry + checkMilliseconds else { return }
    lastTry = now
    handle(.retry, worker)
  }
}

private func isReadable(_ descriptor: Int32) -> Bool {
  var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return Glibc.poll(&poll, 1, 0) > 0
}

func monotonicMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
}
