import Drawing
import SluiceCore
import SluiceTUI

/// Shows the board of a database again and again, by our own means or by curses.
///
/// Two runs of different length, under a tool that counts, tell by their difference what one time costs.
struct DrawRepetition {
  static let verb = "draw-repeatedly"

  /// Who draws.
  enum Side: String {
    case sluice, curses
  }

  /// What is drawn.
  enum Scene: String {
    /// Everything, as after another program wrote to the terminal.
    case repaint
    /// The cursor goes down five cards, one by one, and up again.
    case cursor
  }

  let side: Side
  let scene: Scene
  let times: Int
  let path: String

  static let size = Size(columns: 120, rows: 40)

  init(_ words: ArraySlice<String>) throws(BenchError) {
    let options = try Options(words, others: ["--side", "--scene", "--times"])
    guard let side = Side(rawValue: try options.text("--side")),
      let scene = Scene(rawValue: try options.text("--scene")), let path = options.path
    else { throw BenchError("\(Self.verb) needs --side, --scene, --times and --db.") }
    self.side = side
    self.scene = scene
    self.path = path
    times = try options.number("--times")
  }

  /// The words that start this in a process of its own.
  static func words(
    _ program: String, _ side: Side, _ scene: Scene, times: Int, _ database: Database
  ) -> [String] {
    [
      program, verb, "--side", side.rawValue, "--scene", scene.rawValue, "--times",
      "\(times)", "--db", database.path,
    ]
  }

  /// Draws and says how many bytes that took and how long, in nanoseconds of processor time.
  func run() throws(BenchError) {
    switch side {
    case .sluice:
      let screen = try play(times: times)
      put("\(screen.bytes)\n")
    case .curses:
      let turns = scene == .repaint ? 1 : Self.turns.count
      let frames = try play(times: turns, keepsFrames: true).frames.suffix(turns)
      let curses = try CursesScreen(frames: Array(frames), palette: Theme.standard.palette)
      put("\(try curses.show(times: times, whole: scene == .repaint))\n")
    }
  }

  private static let redraw = InputEvent.key(.control("l"))
  private static let turns: [InputEvent] =
    Array(repeating: .key(.down), count: 5) + Array(repeating: .key(.up), count: 5)

  /// One key down comes first, so that all cards are newly met.
  private func play(times: Int, keepsFrames: Bool = false) throws(BenchError) -> ScriptedScreen {
    let reader = try BoardReader(path)
    let now = Timestamp(milliseconds: 1_800_000_000_000)
    let state = AppState(
      try reader.board(limit: AppState.windowSize), size: Self.size, user: "ana", now: now)
    let script = (0..<times).map {
      scene == .repaint ? Self.redraw : Self.turns[$0 % Self.turns.count]
    }
    let screen = ScriptedScreen(
      [.key(.down)] + script, palette: Theme.standard.palette, size: Self.size,
      keepsFrames: keepsFrames)
    let surroundings = BoardProgram.Surroundings(
      actor: Actor(name: "ana"), palette: Theme.standard.palette, now: { now },
      edit: { _, _ in .success(nil) }, remember: { _ in })
    _ = BoardProgram(state, engine: reader.engine, screen: screen, surroundings: surroundings)
      .run()
    return screen
  }
}
