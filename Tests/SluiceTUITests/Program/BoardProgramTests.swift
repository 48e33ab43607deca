import Drawing
import Glibc
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

@Suite struct BoardProgramTests {
  /// A program on the sample board and what is around it.
  private final class Stage {
    let screen: ScriptedScreen
    let engine: MemoryEngine
    let program: BoardProgram
    private(set) var remembered: [ProjectKey] = []

    init(
      _ script: [ScriptedScreen.Step], engine: MemoryEngine = MemoryEngine(),
      edit: @escaping (String) -> Result<String?, EditorError> = { _ in .success(nil) }
    ) {
      let screen = ScriptedScreen(script)
      engine.add(Sample.cards.flatMap { $0 }.map(Sample.detail(of:)))
      self.screen = screen
      self.engine = engine
      var state = Sample.state(columns: 80, rows: 24, of: engine)
      state.board.focusTicket(TicketKey(project: Sample.key, number: 42))
      engine.store.withLock { $0.calls = [] }
      var keep: (ProjectKey) -> Void = { _ in }
      let surroundings = BoardProgram.Surroundings(
        actor: Actor(name: "ana"), palette: .standard, now: { Sample.now },
        edit: { text, _ in
          screen.log.append("edit")
          return edit(text)
        }, remember: { keep($0) })
      program = BoardProgram(state, engine: engine, screen: screen, surroundings: surroundings)
      keep = { [unowned self] in remembered.append($0) }
    }

    func status(of number: Int) -> String? {
      let key = TicketKey(project: Sample.key, number: number)
      return engine.store.withLock { store in
        store.tickets[key].map { store.workflow.statusName($0.ticket.status) }
      }
    }
  }

  private let full = EngineError(
    .storage, "The disk is full.", nextStep: "Make room and try again.")

  @Test func theFirstPaintComesBeforeAnything() {
    let engine = MemoryEngine()
    var callsAtFirst: [String]?
    let stage = Stage([.run { callsAtFirst = engine.calls }], engine: engine)
    #expect(stage.program.run() == 0)
    #expect(stage.screen.log == ["present", "wait"])
    #expect(callsAtFirst == [])
    #expect(stage.screen.text.contains("▌WF-42 ▲High"))
  }

  @Test func keysThatArriveTogetherAreDrawnOnce() {
    let stage = Stage([.keys("hlhlj"), .shows("▌WF-77")])
    #expect(stage.program.run() == 0)
    #expect(stage.screen.log.prefix(4) == ["present", "wait", "present", "wait"])
    #expect(stage.screen.frames[1].description.contains("▌WF-77"))
  }

  @Test func theTicketIsReadOnceTheCursorRests() {
    let stage = Stage([
      .keys("jkj<Tab><Tab>"), .shows("Users report sessions expiring"),
    ])
    #expect(stage.program.run() == 0)
    #expect(stage.engine.calls.filter { $0.hasPrefix("ticket") } == ["ticket WF-77"])
  }

  @Test func othersChangesAppearByThemselves() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    let (reading, writing) = (ends[0], ends[1])
    defer {
      close(reading)
      close(writing)
    }
    let engine = MemoryEngine(changeDescriptor: reading) { call in
      var byte: UInt8 = 0
      if call == "takeForeignChange" { _ = read(reading, &byte, 1) }
    }
    let stage = Stage(
      [
        .run {
          engine.changeForeign(TicketKey(project: Sample.key, number: 42)) {
            $0.ticket.title = "Renamed elsewhere"
          }
          var byte: UInt8 = 1
          _ = write(writing, &byte, 1)
        }, .shows("▌Renamed elsewhere"),
      ], engine: engine)
    #expect(stage.program.run() == 0)
    #expect(engine.calls.prefix(2) == ["takeForeignChange", "board WF"])
  }

  @Test func whatIsAskedIsDoneInOrder() {
    let stage = Stage([.keys("!-2"), .shows("▌WF-77")])
    #expect(stage.program.run() == 0)
    #expect(
      stage.engine.calls.filter { $0.hasPrefix("apply") } == [
        "apply change WF-42", "apply change WF-42", "apply move WF-42 to Triaged",
      ])
    #expect(stage.status(of: 42) == "Triaged")
  }

  @Test func changesUnderWayAreFinishedBeforeItReturns() {
    let engine = MemoryEngine { call in
      if call == "apply" { usleep(30_000) }
    }
    let stage = Stage([.keys("2q")], engine: engine)
    #expect(stage.program.run() == 0)
    #expect(stage.status(of: 42) == "Triaged")
    #expect(stage.program.lateFailures == [])
  }

  @Test func aChangeThatFailsAfterLeavingIsTold() {
    let stage = Stage([.keys("2q")])
    stage.engine.failWrites(full)
    #expect(stage.program.run() == EXIT_FAILURE)
    #expect(stage.program.lateFailures == [full])
  }

  @Test func keysAfterLeavingDoNothing() {
    let stage = Stage([.keys("q2")])
    #expect(stage.program.run() == 0)
    #expect(stage.status(of: 42) == "Fixing")
  }

  @Test(arguments: [(Int32(15), Int32(143)), (1, 129)])
  func aSignalEndsItWithItsNumber(signal: Int32, status: Int32) {
    let stage = Stage([.events([.key(.character("2")), .terminate(signal: signal)])])
    #expect(stage.program.run() == status)
    #expect(stage.status(of: 42) == "Triaged")
  }

  @Test func theEditorHasTheTerminalToItself() {
    let stage = Stage([.keys("n<S-Tab><Enter>"), .shows("From the editor"), .keys("<Esc><Esc>")]) {
      _ in
      .success("From the editor")
    }
    #expect(stage.program.run() == 0)
    let log = stage.screen.log.filter { $0 != "wait" && $0 != "present" }
    #expect(log.prefix(3) == ["release", "edit", "reclaim"])
  }

  @Test func stopAndRedrawReachTheScreen() {
    let stage = Stage([.keys("<C-z>"), .keys("<C-l>")])
    #expect(stage.program.run() == 0)
    #expect(stage.screen.log.filter { $0 != "wait" } == ["present", "suspend", "adopt"])
  }

  @Test func theProjectGoneToIsRemembered() throws {
    let ops = try #require(ProjectKey("OPS"))
    let other = Project(
      id: .make(), key: ops, name: "Operations", createdAt: Sample.now, updatedAt: Sample.now)
    let stage = Stage(
      [.keys("p"), .shows("Operations"), .keys("<Down><Enter>"), .shows(" OPS ")],
      engine: MemoryEngine(projects: [Sample.project, other]))
    #expect(stage.program.run() == 0)
    #expect(stage.remembered == [ops])
  }

  @Test func aResizeIsDrawnInTheNewSize() {
    let stage = Stage([.events([.resized(Size(columns: 40, rows: 12))])])
    #expect(stage.program.run() == 0)
    #expect(stage.screen.frames.map(\.size.columns) == [80, 40])
  }
}
