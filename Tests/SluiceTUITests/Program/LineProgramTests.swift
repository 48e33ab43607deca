import Drawing
import Glibc
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// The whole program at the end of a line.
@Suite struct LineProgramTests {
  /// A line that the script cuts and mends, and holds changes up on.
  private final class Line: Sendable {
    let engine: LineEngine
    private let bell: WakePipe
    private let isHolding = Mutex(false)

    init?() {
      guard let bell = WakePipe() else { return nil }
      self.bell = bell
      let held = Mutex<(@Sendable () -> Bool)?>(nil)
      let memory = MemoryEngine(changeDescriptor: bell.reading) { call in
        if call == "takeForeignChange" { bell.drain() }
        guard call == "apply", let isHolding = held.withLock({ $0 }) else { return }
        while isHolding() { usleep(500) }
      }
      memory.add(Sample.cards.flatMap { $0 }.map(Sample.detail(of:)))
      engine = LineEngine(memory)
      held.withLock { $0 = { [unowned self] in isHolding.withLock { $0 } } }
    }

    func hold(_ isHolding: Bool) { self.isHolding.withLock { $0 = isHolding } }

    func become(_ state: LinkState) {
      engine.become(state)
      bell.wake()
    }
  }

  private func run(
    _ line: Line, _ script: [ScriptedScreen.Step]
  ) -> (status: Int32, failures: [EngineError], screen: ScriptedScreen) {
    let screen = ScriptedScreen(script)
    var state = Sample.state(columns: 80, rows: 24, of: line.engine.memory)
    state.board.focusTicket(TicketKey(project: Sample.key, number: 42))
    let program = BoardProgram(
      state, engine: line.engine, screen: screen,
      surroundings: BoardProgram.Surroundings(
        actor: Actor(name: "ana"), palette: .standard, now: { Sample.now },
        edit: { _, _ in .success(nil) }, remember: { _ in }))
    let status = program.run()
    return (status, program.lateFailures, screen)
  }

  /// No key comes any more.
  private let untilItEnds = ScriptedScreen.Step.until("the program ends") { _ in false }
  private let lost = LinkState.reconnecting(since: Sample.now)

  @Test func `Keys and reads go on while a change takes its time`() throws {
    let line = try #require(Line())
    line.hold(true)
    let end = run(
      line,
      [
        .keys("H"), .shows("▌WF-42…▲High"), .keys("k<Tab><Tab>"),
        .shows("Users report sessions expiring"),
        .run { line.hold(false) }, .shows(" WF-42 ▲High"),
      ])
    #expect(end.status == 0)
    #expect(line.engine.madeCount == 1)
  }

  @Test func `A lost line is told, and what was missed and unsent follows its return`() throws {
    let line = try #require(Line())
    let end = run(
      line,
      [
        .shows("● live"), .run { line.become(lost) }, .shows("◌ reconnecting "),
        .keys("!"), .shows("▌WF-42…■Urgent"), .shows("◌ reconnecting, 1 unsent"),
        .run {
          line.engine.memory.changeForeign(TicketKey(project: Sample.key, number: 118)) {
            $0.ticket.title = "Renamed elsewhere"
          }
          line.become(.live)
        }, .shows("● live"), .shows("▌WF-42 ■Urgent"), .shows(" Renamed elsewhere"),
      ])
    #expect(end.status == 0)
    #expect(line.engine.madeCount == 1)
  }

  @Test func `Whoever leaves is told what was not sent`() throws {
    let line = try #require(Line())
    let end = run(
      line,
      [
        .run { line.become(lost) }, .shows("◌ reconnecting"), .keys("!cLong<Space>thought.<Enter>"),
        .shows("2 unsent"), .keys("q"), .shows("Sending 2 changes before leaving"), .keys("<Esc>"),
      ])
    #expect(end.status == EXIT_FAILURE)
    #expect(
      end.failures.map(\.message) == [
        "2 changes were not sent: WF-42: priority Urgent; WF-42: comment “Long thought.”."
      ])
    #expect(line.engine.madeCount == 0)
  }

  @Test func `Leaving waits for an answer that comes soon`() throws {
    let line = try #require(Line())
    line.hold(true)
    let end = run(
      line,
      [
        .keys("2!"), .keys("q"), .shows("Sending 2 changes before leaving"),
        .run { line.hold(false) }, untilItEnds,
      ])
    #expect(end.status == 0)
    #expect(end.failures == [])
    #expect(line.engine.madeCount == 2)
  }

  @Test func `A change refused after leaving is told`() throws {
    let line = try #require(Line())
    let full = EngineError(.storage, "The disk of the server is full.")
    line.engine.memory.failWrites(full)
    let end = run(line, [.keys("2q"), untilItEnds])
    #expect(end.failures == [full])
  }
}
