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
  private var rest: (number: Int, deadline: Int)?
  private var lastCheck = 0
  private var exitStatus: Int32?
  /// Why changes failed that were still under way when the person left, to be told on the way out.
  public private(set) var lateFailures: [EngineError] = []

  /// How long the cursor rests before the focused ticket is read, in milliseconds.
  private static let restMilliseconds = 100
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
    self.screen = screen
    self.surroundings = surroundings
  }

  /// Shows the board until the person leaves or a signal ends it; returns the exit status.
  ///
  /// Changes that were asked for are finished before it returns; `lateFailures` tells which of them
  /// failed. The screen stays open.
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
    while exitStatus == nil {
      let events = wait(worker)
      let results = worker.takeResults()
      // Time alone changes nothing on the screen, so that doing nothing costs not a byte.
      let hasNews = !events.isEmpty || !results.isEmpty
      if hasNews { state.now = surroundings.now() }
      for event in events where exitStatus == nil { handle(.input(event), worker) }
      for message in results { take(message, worker) }
      handleRest(worker)
      checkOthers(worker)
      if hasNews, exitStatus == nil { screen.present(painter.frame(of: state)) }
    }
    for case .applied(.failure(let error), _) in worker.stop() { lateFailures.append(error) }
    let status = exitStatus ?? EXIT_SUCCESS
    return status == EXIT_SUCCESS && !lateFailures.isEmpty ? EXIT_FAILURE : status
  }
}

extension BoardProgram {
  /// Handles an answer; a failure that comes after the person has left is kept to be told on the way out.
  private func take(_ message: Message, _ worker: EngineWorker) {
    if exitStatus != nil, case .applied(.failure(let error), _) = message {
      lateFailures.append(error)
    } else {
      handle(message, worker)
    }
  }

  private func wait(_ worker: EngineWorker) -> [InputEvent] {
    var descriptors = [worker.descriptor]
    if let change = engine.changeDescriptor, !worker.isChecking { descriptors.append(change) }
    let now = monotonicMilliseconds()
    let check = lastCheck + checkMilliseconds
    let next = min(check, rest?.deadline ?? .max)
    return screen.wait(alsoReadable: descriptors, timeoutMilliseconds: max(0, next - now))
  }

  private var checkMilliseconds: Int {
    engine.changeDescriptor == nil ? Self.pollMilliseconds : Self.safetyMilliseconds
  }

  private func handle(_ message: Message, _ worker: EngineWorker) {
    if case .input(.terminate(let signal)) = message { exitStatus = 128 + signal }
    for effect in state.handle(message) { perform(effect, worker) }
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
      .apply:
      worker.submit(effect)
    }
  }

  private func handleRest(_ worker: EngineWorker) {
    guard let rest, monotonicMilliseconds() >= rest.deadline else { return }
    self.rest = nil
    handle(.rested(rest.number), worker)
  }

  /// Asks for others' changes when the engine's descriptor says so, and now and then all the same.
  private func checkOthers(_ worker: EngineWorker) {
    let now = monotonicMilliseconds()
    let isDue = now >= lastCheck + checkMilliseconds
    guard isDue || engine.changeDescriptor.map(isReadable) == true else { return }
    lastCheck = now
    // A board that could not be read is tried again, for nobody may tell when it can be.
    if isDue, case .broken = state.connection { handle(.foreignChange, worker) }
    worker.checkForeignChange()
  }
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
