import Glibc
import SluiceCore
import SluiceTUI

extension Session {
  /// Opens the board of the project that the user means, or the first screen if there is none yet.
  func openBoard() throws(Failure) {
    try requireTerminal()
    let place = try place()
    guard let engine = try engineIfAny() else {
      try requireBoard()
      return try showFirstScreen { () throws(Failure) in try engineCreating() }
    }
    try requireChanges(in: engine)
    guard let board = try board(in: engine, lastUsed: LastProject(folders).key(for: place)) else {
      try requireBoard()
      return try showFirstScreen { engine }
    }
    try show(board, in: engine)
  }

  /// The board of `--project`, else of the project used last, else of the one that the engine begins with.
  ///
  /// It is one request; `nil` if there is no project.
  private func board(
    in engine: any Engine, lastUsed: ProjectKey?
  ) throws(Failure) -> Board? {
    let limit = Host.firstLimit(of: engine)
    if let name = invocation[.project] {
      let query = BoardQuery(project: try projectReference(name), limit: limit)
      return try reporting { () throws(EngineError) in try engine.board(query) }
    }
    let query = OpeningQuery(preferred: lastUsed, limit: limit)
    return try reporting { () throws(EngineError) in try engine.opening(query) }
  }

  /// Shows the board of a project.
  func showBoard(of key: ProjectKey, in engine: any Engine) throws(Failure) {
    let query = BoardQuery(project: .key(key), limit: Host.firstLimit(of: engine))
    try show(try reporting { () throws(EngineError) in try engine.board(query) }, in: engine)
  }

  private func show(_ board: Board, in engine: any Engine) throws(Failure) {
    let opening = try boardOpening(.board(engine, board))
    opening.remember(board.project.key)
    try end(host.showBoard(opening))
  }

  /// Refuses to make a first project where nothing is to be changed.
  private func requireBoard() throws(Failure) {
    guard invocation.has(.readOnly) else { return }
    throw Failure(
      exit: .notFound, code: EngineError.Code.notFound.rawValue,
      message: "There is no project yet, and --read-only makes none.",
      nextStep: "Make a first one:", nextCommand: "sluice")
  }

  private func showFirstScreen(
    _ makeEngine: @escaping () throws(Failure) -> any Engine
  ) throws(Failure) {
    let ending = try host.showBoard(boardOpening(.firstRun(makeEngine: makeEngine)))
    if case .wantsDemo = ending { try runDemo() }
    try end(ending)
  }

  /// Tells what failed after the user had left, or dies of the signal that ended the screen, as whoever
  /// sent it expects.
  func end(_ ending: BoardEnding) throws(Failure) {
    switch ending {
    case .left, .wantsDemo: return
    case .failed(let error): throw Failure(error)
    case .killed(let number, let error):
      if let error {
        let failure = Failure(error).naming(invocation)
        _ = FailureReport(failure, host: host).deliver()
      }
      signal(number, SIG_DFL)
      raise(number)
    }
  }

  private func boardOpening(_ start: BoardOpening.Start) throws(Failure) -> BoardOpening {
    let memory = LastProject(folders)
    let place = try place()
    let file = SettingsFile(folders)
    let settings = try file.settings()
    let editor = ExternalEditor(variable: host.variable)
    let views = try? ViewFile(folders)
    return BoardOpening(
      start: start, place: place.title, actor: Actor(name: try me(), agent: actor.agent),
      theme: try theme(settings), settings: settings, themeOf: themeOf,
      isReadOnly: invocation.has(.readOnly),
      editSettings: { file.edit(with: editor) }, drafts: DraftFolder(folders, for: place),
      triage: try triageFilter(start), remember: { memory.remember($0, for: place) },
      // A file that cannot be read is told about when something is to be kept in it.
      views: (try? views?.read()) ?? SavedViews(),
      saveView: { view in
        guard let views else { return "There is no folder for your settings: HOME is not set." }
        return views.save(view)
      })
  }

  /// Opens the board after an import, if that was asked for.
  func openAfterImport(_ target: ImportTarget) throws(Failure) {
    guard invocation.has(.open) else { return }
    try showBoard(of: target.key, in: engine())
  }

  /// Refuses early to import what could not be shown afterwards.
  func requireTerminalToOpen() throws(Failure) {
    guard invocation.has(.open) else { return }
    try requireScreen()
    _ = try settings()
  }

  /// Refuses early what would be thrown away if the terminal turned out to be none for a board.
  func requireScreen() throws(Failure) {
    try requireTerminal()
    try host.checkScreen()
  }

  /// The theme of the option, else of the environment, else of the settings; `nil` if none names one.
  func theme(_ settings: Settings) throws(Failure) -> Theme? {
    let name = invocation[.theme] ?? host.variable("SLUICE_THEME") ?? settings.theme
    guard let name, !name.isEmpty else { return nil }
    return try ThemeFiles(folders).theme(name)
  }

  /// The same for settings that were read already, with which nothing can go wrong any more.
  func themeOf(_ settings: Settings) -> Theme? {
    (try? theme(settings)) ?? nil
  }

  func requireTerminal() throws(Failure) {
    guard host.hasKeyboard, host.output.isTerminal else {
      throw Failure(
        exit: .unavailable, code: "NO_TERMINAL",
        message: "The board needs a terminal to draw on and to read keys from.",
        nextStep: "Without one, the verbs of the command line do the same:",
        nextCommand: "sluice ticket list --json")
    }
  }
}

extension Option {
  static let readOnly = Option(
    "read-only", "show the board and let nothing be changed, as on a wall")
  static let theme = Option(
    "theme", "NAME", "the colours of the board; SLUICE_THEME does the same", .theme)
}
