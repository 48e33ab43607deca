public import Drawing
import Glibc
public import SluiceCore

/// Runs the board: keys in, frames out, effects carried out in between.
public final class BoardProgram {
  /// What the program needs of the world besides the screen and the engine.
  public struct Surroundings {
    /// Who makes the changes.
    public var actor: Actor
    /// The present moment.
    public var now: () -> Timestamp
    /// Lets the person edit a text in their editor; `nil` if they left it as it was.
    public var edit: (String) -> Result<String?, EditorError>
    /// Keeps a project as the last used one.
    public var remember: (ProjectKey) -> Void
    /// The colours, given anew where the whole screen is to be painted.
    public var palette: Palette

    /// The surroundings with their parts.
    public init(
      actor: Actor, palette: Palette, now: @escaping () -> Timestamp,
      edit: @escaping (String) -> Result<String?, EditorError>,
      remember: @escaping (ProjectKey) -> Void
    ) {
      self.actor = actor
      self.palette = palette
      self.now = now
      self.edit = edit
      self.remember = remember
    }
  }

  private var state: AppState
  private var painter = FramePainter()
  private let screen: any Screen
  private let engine: any Engine
  private let surroundings: Surroundings
  private let link: (any EngineLink)?
  private var rest: (number: Int, deadline: Int)?
  private var lingering: (number: Int, deadline: Int)?
  private var lastCheck = 0
  private var exitStatus: Int32?
  /// Why changes failed that were still under way when the person left, to be told on the way out.
  public private(set) var lateFailures: [EngineError] = []

  /// How long the cursor rests before the focused ticket is read, in milliseconds.
  private static let restMilliseconds = 100
  /// How long a change is under way before its card tells it, in milliseconds; a file answers sooner.
  private static let lingerMilliseconds = 50
  /// How often to look for others' changes although the system should tell, in milliseconds.
  private static let safetyMilliseconds = 4_000
  /// How often to look for them where the system does not tell, in milliseconds.
  private static let pollMilliseconds = 2_000

  /// A program that shows `state` and has not started yet.
  public init(
    _ state: AppState, engine: any Engine, screen: any Screen, surroundings: Surroundings
  ) {
    self.state = state
    self.engine = engine
    link = engine as? any EngineLink
    self.screen = screen
    self.surroundings = surroundings
  }

  /// Shows the board until the person leaves or a signal ends it; returns the exit status.
  ///
  /// Changes that were asked for are finished before it returns, at the end of a line only if that does not
  /// take long; `lateFailures` tells which of them failed or were not sent. The screen stays open.
  public func run() -> Int32 {
    screen.present(painter.frame(of: state))
    let runner = EffectRunner(engine: engine, actor: surroundings.actor)
    guard let worker = EngineWorker(runner) else {
      lateFailures = [
        EngineError(
          .unavailable, "The system has no thread or descriptor left for the board.",
          nextStep: "Close other programs and try again.")
      ]
      return EXIT_FAILURE
    }
    lastCheck = monotonicMilliseconds()
    if checkLink(worker) { screen.present(painter.frame(of: state)) }
    while exitStatus == nil { step(worker) }
    finish(worker)
    link?.hangUp()
    for message in worker.stop() { take(message, worker) }
    if let error = state.pending.unsent { lateFailures.append(error) }
    let status = exitStatus ?? EXIT_SUCCESS
    return status == EXIT_SUCCESS && !lateFailures.isEmpty ? EXIT_FAILURE : status
  }
}

extension BoardProgram {
  /// Waits until something happens, and shows what comes of it.
  private func step(_ worker: EngineWorker) {
    let events = wait(worker)
    let results = worker.takeResults()
    // Time alone changes nothing on the screen, so that doing nothing costs not a byte.
    var hasNews = !events.isEmpty || !results.isEmpty
    if hasNews { state.now = surroundings.now() }
    for event in events where exitStatus == nil { handle(.input(event), worker) }
    for message in results { take(message, worker) }
    handleRest(worker)
    if checkLink(worker) { hasNews = true }
    if checkOthers(worker) { hasNews = true }
    if handleLingering(worker) { hasNews = true }
    if hasNews, exitStatus == nil { screen.present(painter.frame(of: state)) }
  }

  /// Handles an answer; a failure that comes after the person has left is kept to be told on the way out.
  private func take(_ message: Message, _ worker: EngineWorker) {
    if exitStatus != nil, case .applied(.failure(let error), _) = message,
      !state.isKept(after: error)
    {
      lateFailures.append(error)
    }
    handle(message, worker)
  }

  private func wait(_ worker: EngineWorker) -> [InputEvent] {
    let now = monotonicMilliseconds()
    let check = lastCheck + checkMilliseconds
    let next = min(check, rest?.deadline ?? .max, lingering?.deadline ?? .max)
    return screen.wait(
      alsoReadable: descriptors(worker), timeoutMilliseconds: max(0, next - now))
  }

  private func descriptors(_ worker: EngineWorker) -> [Int32] {
    guard let change = engine.changeDescriptor, !worker.isChecking else {
      return [worker.descriptor]
    }
    return [worker.descriptor, change]
  }

  private var checkMilliseconds: Int {
    engine.changeDescriptor == nil ? Self.pollMilliseconds : Self.safetyMilliseconds
  }

  private func handle(_ message: Message, _ worker: EngineWorker) {
    if case .input(.terminate(let signal)) = message { exitStatus = 128 + signal }
    for effect in state.handle(message) where exitStatus == nil || effect.isWrite {
      perform(effect, worker)
    }
  }

  private func perform(_ effect: Effect, _ worker: EngineWorker) {
    switch effect {
    case .edit(let text, let purpose):
      screen.release()
      let result = surroundings.edit(text)
      screen.reclaim()
      handle(.edited(result, purpose), worker)
    case .rest(let number):
      rest = (number, monotonicMilliseconds() + Self.restMilliseconds)
    case .remember(let key): surroundings.remember(key)
    case .redraw: screen.adopt(surroundings.palette)
    case .suspend: screen.suspend()
    case .quit: exitStatus = exitStatus ?? 0
    case .loadBoard, .loadColumn, .loadTicket, .loadHistory, .loadProjects, .loadSuggestions,
      .apply, .applyAgain:
      worker.submit(effect)
    }
  }

  private func handleRest(_ worker: EngineWorker) {
    guard let rest, monotonicMilliseconds() >= rest.deadline else { return }
    self.rest = nil
    handle(.rested(rest.number), worker)
  }

  /// Lets changes be seen as under way that have been so for long; whether some have.
  private func handleLingering(_ worker: EngineWorker) -> Bool {
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

  /// Hears how the line stands; whether that is news.
  private func checkLink(_ worker: EngineWorker) -> Bool {
    guard let link else { return false }
    let linkState = link.linkState
    guard linkState != state.link else { return false }
    state.now = surroundings.now()
    handle(.link(linkState), worker)
    return true
  }

  /// Asks for others' changes when the engine's descriptor says so, and now and then all the same; whether
  /// that is news already.
  private func checkOthers(_ worker: EngineWorker) -> Bool {
    let now = monotonicMilliseconds()
    let isDue = now >= lastCheck + checkMilliseconds
    guard isDue || engine.changeDescriptor.map(isReadable) == true else { return false }
    lastCheck = now
    // A board that could not be read is tried again, for nobody may tell when it can be.
    if isDue, state.isWaitingToTry { handle(.retry, worker) }
    guard link != nil else {
      worker.checkForeignChange()
      return false
    }
    // What came over a line is here already: nobody need be asked.
    guard engine.takeForeignChange() else { return false }
    handle(.foreignChange, worker)
    return true
  }
}

extension BoardProgram {
  /// How long to go on sending after the person has left, in milliseconds.
  private static let leavingMilliseconds = 5_000
  /// How often to try again meanwhile, in milliseconds.
  private static let retryMilliseconds = 500

  /// Finishes what keys asked for; at the end of a line not longer than a person waits, and told while it
  /// lasts.
  private func finish(_ worker: EngineWorker) {
    let end = monotonicMilliseconds() + Self.leavingMilliseconds
    while !state.pending.queue.isEmpty {
      if link == nil {
        waitUntilReadable(worker.descriptor)
      } else {
        guard end > monotonicMilliseconds(), waitForLine(worker) else { return }
      }
      for message in worker.takeResults() { take(message, worker) }
      if checkLink(worker) { continue }
      if state.isWaitingToTry { handle(.retry, worker) }
    }
  }

  /// Waits for an answer, or a little; `false` if a key says not to.
  private func waitForLine(_ worker: EngineWorker) -> Bool {
    state.sayLeaving()
    screen.present(painter.frame(of: state))
    let events = screen.wait(
      alsoReadable: descriptors(worker), timeoutMilliseconds: Self.retryMilliseconds)
    _ = engine.takeForeignChange()
    return !events.contains { event in
      switch event {
      case .key, .terminate: true
      default: false
      }
    }
  }
}

private func waitUntilReadable(_ descriptor: Int32) {
  var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  _ = Glibc.poll(&poll, 1, -1)
}

private func isReadable(_ descriptor: Int32) -> Bool {
  var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
  return Glibc.poll(&poll, 1, 0) > 0
}

private func monotonicMilliseconds() -> Int {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
}
