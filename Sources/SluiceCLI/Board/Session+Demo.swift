import SluiceCore
import SluiceTUI

extension Session {
  /// Opens the board on a made-up database in a folder that is gone afterwards.
  func runDemo() throws(Failure) {
    try requireScreen()
    let theme = try theme()
    let demo = try DemoDatabase.make(in: folders.temporary)
    let ending = try show(demo, theme)
    try end(ending)
  }

  private func show(_ demo: DemoDatabase, _ theme: Theme?) throws(Failure) -> BoardEnding {
    defer { demo.remove() }
    try demo.fill(using: host)
    let opening = DatabaseOpening(path: demo.path, now: host.now)
    let engine = try reporting { () throws(EngineError) in try host.openEngine(opening) }
    try note("This is a demo in \(demo.folder); it is thrown away when you leave.")
    try host.messages.flush()
    let key = try demoProject(in: engine)
    return try host.showBoard(
      BoardOpening(
        start: .board(engine, key), place: demo.path, actor: actor, theme: theme,
        remark: "demo, thrown away at the end", remember: { _ in }))
  }

  /// The project of `--project`, else the one whose board has most to show.
  private func demoProject(in engine: any Engine) throws(Failure) -> ProjectKey {
    // From the first screen, --project names one of the user's own.
    let isDemo = invocation.verb.words == Verb.demo.words
    let reference = try projectReference((isDemo ? invocation[.project] : nil) ?? "REL")
    do {
      return try engine.project(reference).key
    } catch {
      var failure = Failure(error)
      failure.nextCommand = "sluice demo"
      throw failure
    }
  }
}
