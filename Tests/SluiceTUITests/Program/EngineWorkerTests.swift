import Glibc
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

@Suite struct EngineWorkerTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  /// Holds up an engine's first call until it is opened.
  private final class Barrier: Sendable {
    private let isShut = Mutex(true)
    private let isReached = Mutex(false)

    func open() { isShut.withLock { $0 = false } }

    func waitUntilReached() {
      while !isReached.withLock({ $0 }) { usleep(500) }
    }

    func pass() {
      isReached.withLock { $0 = true }
      while isShut.withLock({ $0 }) { usleep(500) }
    }
  }

  private func engine(_ barrier: Barrier? = nil) -> MemoryEngine {
    let engine = MemoryEngine { _ in barrier?.pass() }
    engine.add(Sample.cards.flatMap { $0 }.map(Sample.detail(of:)))
    return engine
  }

  private func worker(_ engine: MemoryEngine) throws -> EngineWorker {
    try #require(EngineWorker(EffectRunner(engine: engine, actor: Actor(name: "ana"))))
  }

  private func comment(_ text: String) -> Effect {
    .apply(.changeTicket(.key(key), .comment(text)), .comment(key, text: text))
  }

  @Test func resultsComeInTheOrderAsked() throws {
    let engine = engine()
    let worker = try worker(engine)
    worker.submit(.loadTicket(key))
    worker.submit(comment("one"))
    worker.submit(.loadTicket(TicketKey(project: Sample.key, number: 77)))
    worker.submit(comment("two"))
    let results = worker.stop()
    #expect(
      engine.calls == ["ticket WF-42", "apply change WF-42", "ticket WF-77", "apply change WF-42"])
    #expect(results.count == 4)
    guard case .ticketLoaded(.success(let detail), _) = results.first else {
      Issue.record("no ticket")
      return
    }
    #expect(detail.comments == [])
  }

  @Test func readsThatALaterOneMakesNeedlessAreLeftOut() throws {
    let barrier = Barrier()
    let engine = engine(barrier)
    let worker = try worker(engine)
    let project = ProjectReference.key(Sample.key)
    worker.submit(.loadProjects)
    barrier.waitUntilReached()
    for word in ["a", "ab", "abc"] {
      worker.submit(.loadBoard(BoardQuery(project: project, filter: .init(words: [word])), .open))
      worker.submit(.loadSuggestions(.label, project, prefix: word))
    }
    worker.submit(.loadSuggestions(.assignee, project, prefix: "x"))
    worker.submit(.loadTicket(key))
    worker.submit(comment("kept"))
    worker.submit(comment("kept"))
    worker.submit(.loadTicket(key))
    worker.submit(.loadBoard(BoardQuery(project: project), .refresh))
    barrier.open()
    let results = worker.stop()
    #expect(
      engine.calls == [
        "projects", "board WF", "suggestions abc", "suggestions x", "apply change WF-42",
        "apply change WF-42", "ticket WF-42", "board WF",
      ])
    #expect(results.count == 8)
  }

  @Test func stoppingFinishesEveryWrite() throws {
    let engine = engine()
    let worker = try worker(engine)
    for number in 1...50 { worker.submit(comment("\(number)")) }
    let results = worker.stop()
    #expect(results.count == 50)
    let comments = engine.store.withLock { $0.comments[key] }
    #expect(comments?.map(\.text) == (1...50).map(String.init))
  }

  @Test func resultsMakeTheDescriptorReadable() throws {
    let worker = try worker(engine())
    defer { _ = worker.stop() }
    worker.submit(.loadProjects)
    var poll = pollfd(fd: worker.descriptor, events: Int16(POLLIN), revents: 0)
    #expect(Glibc.poll(&poll, 1, 10_000) == 1)
    #expect(worker.takeResults() == [.projectsLoaded(.success([Sample.project]))])
    #expect(Glibc.poll(&poll, 1, 0) == 0)
    #expect(worker.takeResults() == [])
  }

  @Test func askingForOthersChangesTwiceAsksOnce() throws {
    let barrier = Barrier()
    let engine = engine(barrier)
    engine.changeForeign(key) { $0.ticket.title = "Theirs" }
    let worker = try worker(engine)
    worker.checkForeignChange()
    worker.checkForeignChange()
    #expect(worker.isChecking)
    barrier.open()
    #expect(worker.stop() == [.foreignChange])
    #expect(engine.calls == ["takeForeignChange"])
    #expect(!worker.isChecking)
  }

  @Test func aFailureIsAResultToo() throws {
    let engine = engine()
    let gone = EngineError(.unavailable, "Gone.")
    engine.failReads(gone)
    let worker = try worker(engine)
    worker.submit(.loadTicket(key))
    worker.submit(.loadSuggestions(.label, .key(Sample.key), prefix: "a"))
    #expect(
      worker.stop() == [
        .ticketLoaded(.failure(gone), key), .suggestionsLoaded([], .label, query: "a"),
      ])
  }
}
