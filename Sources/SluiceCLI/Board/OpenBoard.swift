import Drawing
import Glibc
import SluiceCore
import SluiceEngine
import SluiceTUI
import Terminal

extension Host {
  /// Shows the screen on this process' terminal until the user leaves it.
  static func showBoard(_ opening: BoardOpening) throws(Failure) -> BoardEnding {
    let start = try firstBoard(opening)
    let (screen, theme) = try openScreen(opening.theme)
    var opening = opening
    opening.theme = theme
    defer { screen.close() }
    switch start {
    case .board(let engine, let state):
      return run(state, engine, on: screen, opening)
    case .firstRun(let makeEngine):
      return try runFirst(on: screen, opening, makeEngine)
    }
  }

  private enum FirstPaint {
    case board(any Engine, AppState)
    case firstRun(() throws(Failure) -> any Engine)
  }

  /// How many cards of each status are read for the first paint.
  static func firstLimit(of engine: any Engine) -> Int {
    // Over a line a round trip costs more than cards.
    engine is any EngineLink
      ? AppState.windowSize
      : AppState.firstWindow(size: NcursesScreen.terminalSize ?? Size(columns: 80, rows: 24))
  }

  /// Reads what the first paint shows before the screen is taken, so that a failure is an ordinary message.
  private static func firstBoard(_ opening: BoardOpening) throws(Failure) -> FirstPaint {
    switch opening.start {
    case .firstRun(let makeEngine): return .firstRun(makeEngine)
    case .board(let engine, let board):
      do {
        return .board(engine, try state(of: board, in: engine, opening))
      } catch {
        throw Failure(error)
      }
    }
  }

  private static func state(
    of board: Board, in engine: any Engine, _ opening: BoardOpening
  ) throws(EngineError) -> AppState {
    let size = NcursesScreen.terminalSize ?? Size(columns: 80, rows: 24)
    var state = AppState(
      board, size: size, user: opening.actor.name, now: LocalEngine.systemTime(),
      secondsFromUTC: LocalTime.secondsFromUTC(at: LocalEngine.systemTime()),
      remark: opening.remark,
      settings: opening.settings, views: opening.views)
    if opening.isReadOnly { state.refuseChanges() }
    if let text = opening.triage {
      try state.startTriage(filteredBy: text) { query throws(EngineError) in
        try engine.board(query)
      }
    }
    // At the end of a line it can come after the first paint.
    if !(engine is any EngineLink), let ticket = state.focusedTicket {
      state.adopt(try engine.ticket(.key(ticket)))
    }
    return state
  }

  /// Takes the terminal; with no theme asked for, its own colours are used where it has few.
  private static func openScreen(
    _ theme: Theme?
  ) throws(Failure) -> (screen: NcursesScreen, theme: Theme) {
    do {
      let screen = try NcursesScreen(palette: (theme ?? .standard).palette)
      let suited = suited(theme, to: screen)
      if suited.name != (theme ?? .standard).name { screen.adopt(suited.palette) }
      return (screen, suited)
    } catch {
      throw Failure(error)
    }
  }

  private static func suited(_ theme: Theme?, to screen: NcursesScreen) -> Theme {
    let isPoor = screen.colorDepth == .ansi16 || screen.colorDepth == .mono
    return theme ?? (isPoor ? .terminal : .standard)
  }

  /// Throws what opening the screen would throw for this kind of terminal.
  static func checkScreen() throws(Failure) {
    do {
      try NcursesScreen.checkTerminal()
    } catch {
      throw Failure(error)
    }
  }

  private static func run(
    _ state: AppState, _ engine: any Engine, on screen: NcursesScreen, _ opening: BoardOpening
  ) -> BoardEnding {
    var state = state
    state.resize(to: screen.size)
    var surroundings = BoardProgram.Surroundings(
      actor: opening.actor, palette: (opening.theme ?? .standard).palette,
      now: LocalEngine.systemTime,
      edit: { ExternalEditor().edit($0, in: $1) }, remember: opening.remember,
      run: CustomProgram.run,
      runInBackground: CustomProgram.runInBackground, editSettings: opening.editSettings,
      saveView: opening.saveView)
    surroundings.drafts = opening.drafts
    surroundings.paletteFor = { suited(opening.themeOf($0), to: screen).palette }
    let program = BoardProgram(
      state, engine: engine, screen: screen, surroundings: surroundings)
    let status = program.run()
    let failure = program.lateFailures.first
    if status > 128 { return .killed(signal: status - 128, after: failure) }
    return failure.map(BoardEnding.failed) ?? .left
  }
}

extension Host {
  /// Shows the first screen until there is a project, and then its board.
  private static func runFirst(
    on screen: NcursesScreen, _ opening: BoardOpening,
    _ makeEngine: () throws(Failure) -> any Engine
  ) throws(Failure) -> BoardEnding {
    var first = FirstRun(place: opening.place)
    while true {
      switch first.run(on: screen) {
      case .quit: return .left
      case .killed(let signal): return .killed(signal: signal)
      case .demo: return .wantsDemo
      case .create(let draft, let workflow):
        let engine = try makeEngine()
        do {
          let key = try create(draft, workflow, in: engine, by: opening.actor)
          opening.remember(key)
          let query = BoardQuery(project: .key(key), limit: firstLimit(of: engine))
          let state = try state(of: try engine.board(query), in: engine, opening)
          return run(state, engine, on: screen, opening)
        } catch {
          first.fail(error)
        }
      }
    }
  }

  /// Makes the project, and the template's workflow unless it is there already.
  private static func create(
    _ draft: ProjectDraft, _ workflow: WorkflowDraft, in engine: any Engine, by actor: Actor
  ) throws(EngineError) -> ProjectKey {
    do {
      _ = try engine.workflow(.name(workflow.name))
    } catch  where error.code == .notFound {
      _ = try engine.apply(.createWorkflow(workflow), by: actor)
    }
    guard case .project(let project) = try engine.apply(.createProject(draft), by: actor).subject
    else { throw .notFound("project", draft.key) }
    return project.key
  }
}

extension Failure {
  /// Why there is no screen, and what works without one.
  fileprivate init(_ error: TerminalError) {
    self.init(
      exit: .unavailable, code: "NO_SCREEN", message: error.description + ".",
      nextStep: error.remedy.map { "\($0), or stay on the command line:" }
        ?? "The verbs of the command line work without a screen:",
      nextCommand: "sluice ticket list")
  }
}
