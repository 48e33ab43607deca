import Glibc
import SluiceCore
import Synchronization

/// Threads for everything that asks the engine, so that a slow disk or line never holds up a key.
///
/// Jobs are done in the order given; reads that a later job makes needless are left out. At the end of a
/// line reads and writes have a thread each, so that no read waits behind a slow write; a file is read and
/// written one after the other anyway.
final class EngineWorker: Sendable {
  /// What one thread does of all the jobs.
  fileprivate enum Lane: CaseIterable {
    case everything
    case reads
    case writes

    func takes(_ job: Job) -> Bool {
      switch (self, job) {
      case (.everything, _): true
      case (.reads, .checkForeignChange): true
      case (.writes, .checkForeignChange): false
      case (_, .effect(let effect)): effect.isWrite == (self == .writes)
      }
    }
  }

  fileprivate enum Job {
    case effect(Effect)
    case checkForeignChange
  }

  private struct Desk {
    var jobs: [Job] = []
    var results: [Message] = []
    var isChecking = false
    var isInterrupted = false
    var isStopping = false
  }

  private let runner: EffectRunner
  private let desk = Mutex(Desk())
  private let hands: [Hand]
  private let results: WakePipe

  /// A worker that runs; `nil` if the system gives no thread or descriptor.
  init?(_ runner: EffectRunner) {
    guard let results = WakePipe() else { return nil }
    let lanes: [Lane] = runner.engine is any EngineLink ? [.reads, .writes] : [.everything]
    let hands = lanes.compactMap(Hand.init)
    self.runner = runner
    self.results = results
    self.hands = hands
    guard hands.count == lanes.count, hands.allSatisfy({ $0.start(self) }) else {
      _ = stop()
      return nil
    }
  }

  /// Readable when there are results.
  var descriptor: Int32 { results.reading }

  func submit(_ effect: Effect) {
    if effect.isOfMany { desk.withLock { $0.isInterrupted = false } }
    post(.effect(effect))
  }

  /// Gives up the change of many tickets that is under way, at the next occasion.
  func interrupt() {
    desk.withLock { $0.isInterrupted = true }
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

  /// Finishes what was asked for, ends the threads, and returns the results that were not taken yet.
  func stop() -> [Message] {
    desk.withLock { $0.isStopping = true }
    for hand in hands { hand.end() }
    defer { results.close() }
    return takeResults()
  }

  private func post(_ job: Job) {
    desk.withLock { $0.jobs.append(job) }
    for hand in hands where hand.lane.takes(job) { hand.wake() }
  }
}

extension EngineWorker {
  fileprivate func work(as hand: Hand) {
    while true {
      hand.wait()
      while let job = nextJob(hand.lane) {
        switch job {
        case .checkForeignChange: report(foreignChange())
        case .effect(let effect): report(runner.run(effect, progress: goOn))
        }
      }
      if desk.withLock({ $0.isStopping }) { return }
    }
  }

  private func nextJob(_ lane: Lane) -> Job? {
    desk.withLock { desk in
      while let place = desk.jobs.firstIndex(where: lane.takes) {
        let job = desk.jobs.remove(at: place)
        guard case .effect(let effect) = job,
          effect.isSuperseded(byAny: desk.jobs.dropFirst(place))
        else { return job }
      }
      return nil
    }
  }

  /// Tells how far a change of many tickets has come; `false` if it is to be given up.
  private func goOn(_ done: Int, _ total: Int) -> Bool {
    report(.progressed(done, of: total))
    return !desk.withLock { $0.isInterrupted }
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

extension EngineWorker {
  /// One thread of the worker.
  fileprivate final class Hand: Sendable {
    let lane: Lane
    private let jobs: WakePipe
    private let thread = Mutex<pthread_t?>(nil)

    init?(_ lane: Lane) {
      guard let jobs = WakePipe() else { return nil }
      self.lane = lane
      self.jobs = jobs
    }

    func start(_ worker: EngineWorker) -> Bool {
      var handle = pthread_t()
      let context = Unmanaged.passRetained(Start(worker: worker, hand: self)).toOpaque()
      let code = pthread_create(&handle, nil, runEngineWorker, context)
      guard code == 0 else {
        Unmanaged<Start>.fromOpaque(context).release()
        return false
      }
      thread.withLock { $0 = handle }
      return true
    }

    func wake() { jobs.wake() }

    func wait() { jobs.wait() }

    /// Waits until the thread has done what it takes of the jobs.
    func end() {
      jobs.wake()
      if let thread = thread.withLock({ $0 }) { pthread_join(thread, nil) }
      jobs.close()
    }
  }

  /// What a thread is started with.
  fileprivate final class Start: Sendable {
    let worker: EngineWorker
    let hand: Hand

    init(worker: EngineWorker, hand: Hand) {
      self.worker = worker
      self.hand = hand
    }
  }
}

extension Effect {
  fileprivate func isSuperseded(byAny jobs: ArraySlice<EngineWorker.Job>) -> Bool {
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
  let start = Unmanaged<EngineWorker.Start>.fromOpaque(context).takeRetainedValue()
  start.worker.work(as: start.hand)
  return nil
}
