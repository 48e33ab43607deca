import Glibc
import SluiceCore
import SluiceTUI

extension Session {
  /// Opens the board of the project that the user means, or the first screen if there is none yet.
  func openBoard() throws(Failure) {
    try requireTerminal()
    let place = try place()
    guard let engine = try engineIfAny() else {
      return try showFirstScreen { () throws(Failure) in try engineCreating() }
    }
    let lastUsed = LastProject(folders).key(for: place)
    if case .server = place, let lastUsed, !invocation.has(.project),
      try showBoardIfThere(of: lastUsed, in: engine)
    {
      return
    }
    guard let key = try projectToOpen(in: engine, lastUsed: lastUsed) else {
      return try showFirstScreen { engine }
    }
    try showBoard(of: key, in: engine)
  }

  /// Shows the board of a project unless it is gone; to ask beforehand would cost a round trip.
  private func showBoardIfThere(
    of key: ProjectKey, in engine: any Engine
  ) throws(Failure) -> Bool {
    do {
      try showBoard(of: key, in: engine)
      return true
    } catch  where error.code == EngineError.Code.notFound.rawValue {
      return false
    }
  }

  /// The project of `--project`, else the last used one, else the first; `nil` if there is none.
  private func projectToOpen(
    in engine: any Engine, lastUsed: ProjectKey?
  ) throws(Failure) -> ProjectKey? {
    if let name = invocation[.project] {
      let reference = try projectReference(name)
      // The board is asked for next, and says it as well if there is none; that saves a round trip.
      if case .key(let key) = reference, case .server = try place() { return key }
      return try reporting { () throws(EngineError) in try engine.project(reference).key }
    }
    if let lastUsed, (try? engine.project(.key(lastUsed))) != nil { return lastUsed }
    return try reporting { () throws(EngineError) in
      try engine.projects(PageRequest(limit: 1)).items.first?.key
    }
  }

  /// Shows the board of a project.
  func showBoard(of key: ProjectKey, in engine: any Engine) throws(Failure) {
    let opening = try boardOpening(.board(engine, key))
    opening.remember(key)
    try end(host.showBoard(opening))
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
    return BoardOpening(
      start: start, place: place.title, actor: Actor(name: try me(), agent: actor.agent),
      theme: try theme(), remember: { memory.remember($0, for: place) })
  }

  /// Opens the board after an import, if that was asked for.
  func openAfterImport(_ target: ImportTarget) throws(Failure) {
    guard invocation.has(.open) else { return }
    try showBoard(of: target.key, in: engine())
  }

  /// Refuses early to import what could not be shown afterwards.
  func requireTerminalToOpen() throws(Failure) {
    if invocation.has(.open) { try requireScreen() }
  }

  /// Refuses early what would be thrown away if the terminal turned out to be none for a board.
  func requireScreen() throws(Failure) {
    try requireTerminal()
    try host.checkScreen()
  }

  /// The theme of the option, else of the environment; `nil` if neither names one.
  func theme() throws(Failure) -> Theme? {
    let name = invocation[.theme] ?? host.variable("SLUICE_THEME")
    guard let name, !name.isEmpty else { return nil }
    return try ThemeFiles(folders).theme(name)
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
  static let theme = Option(
    "theme", "NAME", "the colours of the board; SLUICE_THEME does the same", .theme)
}
