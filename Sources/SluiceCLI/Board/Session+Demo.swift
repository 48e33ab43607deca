import SluiceCore
import SluiceTUI

extension Session {
  /// Opens the board on a made-up database in a folder that is gone afterwards.
  func runDemo() throws(Failure) {
    try requireScreen()
    let settings = try settings()
    let theme = try theme(settings)
    let demo = try DemoDatabase.make(in: folders.temporary)
    let ending = try show(demo, theme, settings)
    try end(ending)
  }

  private func show(
    _ demo: DemoDatabase, _ theme: Theme?, _ settings: Settings
  ) throws(Failure) -> BoardEnding {
    defer { demo.remove() }
    try demo.fill(using: host)
    let opening = DatabaseOpening(path: demo.path, now: host.now)
    let engine = try reporting { () throws(EngineError) in try host.openEngine(opening) }
    try note("This is a demo in \(demo.folder); it is thrown away when you leave.")
    try host.messages.flush()
    let board = try demoBoard(in: engine)
    return try host.showBoard(
      BoardOpening(
        start: .board(engine, board), place: demo.path, actor: actor, theme: theme,
        settings: settings, themeOf: themeOf,
        editSettings: {
          SettingsFile(folders).edit(with: ExternalEditor(variable: host.variable))
        },
        remark: "demo, thrown away at the end", remember: { _ in }))
  }

  /// The board of `--project`, else the one that has most to show.
  private func demoBoard(in engine: any Engine) throws(Failure) -> Board {
    // From the first screen, --project names one of the user's own.
    let isDemo = invocation.verb.words == Verb.demo.words
    let reference = try projectReference((isDemo ? invocation[.project] : nil) ?? "REL")
    do {
      return try engine.board(
        BoardQuery(project: reference, limit: Host.firstLimit(of: engine)))
    } catch {
      var failure = Failure(error)
      failure.nextCommand = "sluice demo"
      throw failure
    }
  }
}
