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
    /// Lets the person edit a text in their editor, in the folder that is named; `nil` if they left it as it was.
    public var edit: (_ text: String, _ folder: String?) -> Result<String?, EditorError>
    /// Keeps a project as the last used one.
    public var remember: (ProjectKey) -> Void
    /// Where what is typed outlives the program.
    public var drafts: any DraftStore = NoDrafts()
    /// Runs a program on the terminal until it ends; answers its exit status.
    public var run: (ProgramCall) -> Result<Int32, EditorError>
    /// The same beside the board, without the terminal; called on a thread of its own.
    public var runInBackground: @Sendable (ProgramCall) -> Result<Int32, EditorError>
    /// Lets the person edit the settings; `nil` if they left them as they were.
    public var editSettings: () -> Result<Settings?, EditorError>
    /// Keeps a filter under a name; answers what went wrong.
    public var saveView: (SavedView) -> String?
    /// The colours to begin with.
    public var palette: Palette
    /// The colours that hold with settings that were changed; `nil` leaves them as they are.
    public var paletteFor: (Settings) -> Palette? = { _ in nil }

    /// The surroundings with their parts.
    public init(
      actor: Actor, palette: Palette, now: @escaping () -> Timestamp,
      edit: @escaping (_ text: String, _ folder: String?) -> Result<String?, EditorError>,
      remember: @escaping (ProjectKey) -> Void,
      run: @escaping (ProgramCall) -> Result<Int32, EditorError> = { _ in .success(0) },
      runInBackground: @escaping @Sendable (ProgramCall) -> Result<Int32, EditorError> = { _ in
        .success(0)
      },
      editSettings: @escaping () -> Result<Settings?, EditorError> = { .success(nil) },
      saveView: @escaping (SavedView) -> String? = { _ in nil }
    ) {
      self.actor = actor
      self.palette = palette
      self.now = now
      self.edit = edit
      self.remember = remember
      self.run = run
      self.runInBackground = runInBackground
      self.editSettings = editSettings
      self.saveView = saveView
    }
  }

  var state: AppState
  var painter = FramePainter()
  let screen: any Screen
  let engine: any Engine
  let surroundings: Surroundings
  let link: (any EngineLink)?
  /// The programs that run beside the board; `nil` until there is one.
  var backgroundRuns: BackgroundRuns?
  /// The colours, given anew where the whole screen is to be painted.
  private var palette: Palette
  var rest: (number: Int, deadline: Int)?
  var awaited: (number: Int, deadline: Int)?
  var lingering: (number: Int, deadline: Int)?
  /// The marks of what others changed, each until its time is over, which comes in the order of the numbers.
  var fading: [(number: Int, deadline: Int)] = []
  var lastCheck = 0
  var lastTry = 0
  var exitStatus: Int32?
  /// Drafts that are not on their way to their store yet.
  var drafts: [Draft.Subject: String?] = [:]
  var draftDeadline: Int?
  let keeper: DraftKeeper
  /// Why changes failed that were still under way when the person left, to be told on the way out.
  public private(set) var lateFailures: [EngineError] = []

  /// How long the cursor rests before the focused ticket is read, in milliseconds.
  private static let restMilliseconds = 100
  /// How long a key may be awaited that goes on with others, in milliseconds.
  private static let patienceMilliseconds = 3_000
  /// How long what others changed is marked, in milliseconds.
  private static let markMilliseconds = 3_000
  /// How long a change is under way before its card tells it, in milliseconds; a file answers sooner.
  static let lingerMilliseconds = 50
  /// How often to look for others' changes although the system should tell, in milliseconds.
  static let safetyMilliseconds = 4_000
  /// How often to look for them where the system does not tell, in milliseconds.
  static let pollMilliseconds = 2_000

  /// A program that shows `state` and has not started yet.
  public init(
    _ state: AppState, engine: any Engine, screen: any Screen, surroundings: Surroundings
  ) {
    self.state = state
    self.state.learnLimits(of: engine)
    self.engine = engine
    link = engine as? any EngineLink
    self.screen = screen
    self.surroundings = surroundings
    palette = surroundings.palette
    keeper = DraftKeeper(surroundings.drafts)
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
    for effect in state.begin() { perform(effect, worker) }
    if checkLink(worker) { screen.present(painter.frame(of: state)) }
    while exitStatus == nil { step(worker) }
    finish(worker)
    link?.hangUp()
    for message in worker.stop() { take(message, worker) }
    sendDrafts()
    keeper.finish()
    if let error = state.pending.unsent { lateFailures.append(error) }
    let status = exitStatus ?? EXIT_SUCCESS
    return status == EXIT_SUCCESS && !lateFailures.isEmpty ? EXIT_FAILURE : status
  }
}

extension BoardProgram {
  /// Waits until something happens, and shows what comes of it.
  private func step(_ worker: EngineWorker) {
    let events = screen.wait(
      alsoReadable: descriptors(worker), timeoutMilliseconds: waitMilliseconds)
    let results = worker.takeResults() + (backgroundRuns?.takeEnded() ?? [])
    // Time alone changes nothing on the screen, so that doing nothing costs not a byte.
    var hasNews = !events.isEmpty || !results.isEmpty
    if hasNews { state.now = surroundings.now() }
    for event in events where exitStatus == nil { handle(.input(event), worker) }
    for message in results { take(message, worker) }
    handleRest(worker)
    if handleOverdue(worker) { hasNews = true }
    handleDrafts()
    if checkLink(worker) { hasNews = true }
    if checkOthers(worker) { hasNews = true }
    if handleLingering(worker) { hasNews = true }
    if handleFading(worker) { hasNews = true }
    if hasNews, exitStatus == nil { screen.present(painter.frame(of: state)) }
  }

  /// Handles an answer; a failure that comes after the person has left is kept to be told on the way out.
  func take(_ message: Message, _ worker: EngineWorker) {
    if exitStatus != nil, case .applied(.failure(let error), _) = message,
      !state.isKept(after: error)
    {
      lateFailures.append(error)
    }
    handle(message, worker)
  }

  func handle(_ message: Message, _ worker: EngineWorker) {
    if case .input(.terminate(let signal)) = message { exitStatus = 128 + signal }
    for effect in state.handle(message) where exitStatus == nil || effect.outlivesLeaving {
      perform(effect, worker)
    }
  }

  private func perform(_ effect: Effect, _ worker: EngineWorker) {
    switch effect {
    case .edit(let text, let purpose): edit(text, purpose, worker)
    case .keepDraft(let text, let subject): keepDraft(text, for: subject)
    case .loadDraft(let subject):
      handle(.draftLoaded(draft(for: subject), for: subject), worker)
    case .run(let call): run(call, worker)
    case .editSettings:
      screen.release()
      let result = surroundings.editSettings()
      screen.reclaim()
      if case .success(.some(let settings)) = result { adoptPalette(for: settings) }
      handle(.settingsEdited(result), worker)
    case .rest(let number):
      rest = (number, monotonicMilliseconds() + Self.restMilliseconds)
    case .fade(let number):
      fading.append((number, monotonicMilliseconds() + Self.markMilliseconds))
    case .awaitKey(let number):
      awaited = (number, monotonicMilliseconds() + Self.patienceMilliseconds)
    case .remember(let key): surroundings.remember(key)
    case .saveView(let view):
      guard let fault = surroundings.saveView(view) else { return }
      state.notice = AppState.Notice(kind: .failure, text: fault)
    case .redraw: screen.adopt(palette)
    case .suspend: screen.suspend()
    case .interrupt: worker.interrupt()
    case .quit: exitStatus = exitStatus ?? 0
    case .loadBoard, .count, .loadColumn, .loadTriage, .loadTicket, .loadHistory, .loadProjects,
      .loadSuggestions, .apply, .applyAgain, .preview, .loadDeletions, .loadLatest,
      .loadEarlierDeed:
      worker.submit(effect)
    }
  }

  private func adoptPalette(for settings: Settings) {
    guard let new = surroundings.paletteFor(settings), new != palette else { return }
    palette = new
    screen.adopt(new)
  }

  private func run(_ call: ProgramCall, _ worker: EngineWorker) {
    guard !call.isInBackground else {
      let runs = backgroundRuns ?? BackgroundRuns()
      backgroundRuns = runs
      let run = surroundings.runInBackground
      runs.start(call) { run(call) }
      return
    }
    screen.release()
    let result = surroundings.run(call)
    screen.reclaim()
    handle(.ran(result, call), worker)
  }
}
