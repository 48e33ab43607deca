import Glibc
import SluiceCore
import Synchronization

/// A thread of its own for everything that asks the engine, so that a slow disk never holds up a key.
///
/// Jobs are done in the order given; reads that a later job makes needless are left out.
final class EngineWorker: Sendable {
  fileprivate enum Job {
    case effect(Effect)
    case checkForeignChange
    case stop
  }

  private struct Desk {
    var jobs: [Job] = []
    var results: [Message] = []
    var isChecking = false
  }

  private let runner: EffectRunner
  private let desk = Mutex(Desk())
  private let jobs: WakePipe
  private let results: WakePipe
  private let thread = Mutex<pthread_t?>(nil)

  /// A worker that runs; `nil` if the system gives no thread or descriptor.
  init?(_ runner: EffectRunner) {
    guard let jobs = WakePipe() else { return nil }
    guard let results = WakePipe() else {
      jobs.close()
      return nil
    }
    self.runner = runner
    self.jobs = jobs
    self.results = results
    guard start() else { return nil }
  }

  /// Readable when there are results.
  var descriptor: Int32 { results.reading }

  func submit(_ effect: Effect) {
    post(.effect(effect))
  }

  /// Asks whether others changed something, unless that is being asked already.
  func checkForeignChange() {
    let isNew = desk.withLock { desk in
      defer { desk.isChecking = true }
      return !desk.isChecking
    }
    if isNew { post(.checkForeignChange) }
  }

  var isChecking: Bool {
    desk.withLock { $0.isChecking }
  }

  func takeResults() -> [Message] {
    results.drain()
    return desk.withLock { desk in
      defer { desk.results = [] }
      return desk.results
    }
  }

  /// Finishes what was asked for, ends the thread, and returns the results that were not taken yet.
  func stop() -> [Message] {
    post(.stop)
    guard let thread = thread.withLock({ $0 }) else { return [] }
    pthread_join(thread, nil)
    defer {
      jobs.close()
      results.close()
    }
    return takeResults()
  }

  private func post(_ job: Job) {
    desk.withLock { $0.jobs.append(job) }
    jobs.wake()
  }
}

extension EngineWorker {
  private func start() -> Bool {
    var handle = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    let code = pthread_create(&handle, nil, runEngineWorker, context)
    guard code == 0 else {
      Unmanaged<EngineWorker>.fromOpaque(context).release()
      return false
    }
    thread.withLock { $0 = handle }
    return true
  }

  fileprivate func work() {
    while true {
      jobs.wait()
      while let job = nextJob() {
        switch job {
        case .stop: return
        case .checkForeignChange: report(foreignChange())
        case .effect(let effect): report(runner.run(effect))
        }
      }
    }
  }

  private func nextJob() -> Job? {
    desk.withLock { desk in
      while !desk.jobs.isEmpty {
        let job = desk.jobs.removeFirst()
        guard case .effect(let effect) = job, effect.isSuperseded(byAny: desk.jobs) else {
          return job
        }
      }
      return nil
    }
  }

  private func foreignChange() -> Message? {
    let isChanged = runner.engine.takeForeignChange()
    desk.withLock { $0.isChecking = false }
    results.wake()
    return isChanged ? .foreignChange : nil
  }

  private func report(_ message: Message?) {
    guard let message else { return }
    desk.withLock { $0.results.append(message) }
    results.wake()
  }
}

extension Effect {
  fileprivate func isSuperseded(byAny jobs: [EngineWorker.Job]) -> Bool {
    jobs.contains { job in
      guard case .effect(let later) = job else { return false }
      return isSuperseded(by: later)
    }
  }
}

/// The thread's first function.
///
/// It stands outside any type, for a C callback may not belong to an actor.
private func runEngineWorker(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<EngineWorker>.fromOpaque(context).takeRetainedValue().work()
  return nil
}
