import SluiceCore
import SluiceEngine
import Testing

@testable import SluiceCLI

@Suite("A failing import") struct ImportRunTests {
  private let folder = TemporaryFolder()

  /// What importing these titles into a new project fails with, and what it shows on the terminal.
  ///
  /// The titles are not checked first, so that the engine refuses the wrong ones.
  private func fail(_ titles: [String]) throws -> (Failure?, shown: String) {
    var shown: [UInt8] = []
    let sink = Output(isTerminal: true, columns: 80) { bytes in
      shown += bytes
      return 0
    }
    var host = Host.live()
    host.output = sink
    host.messages = sink
    let session = Session(
      host: host, table: .standard,
      invocation: Invocation(verb: .importCSV, operands: [], values: [:]))
    let key = try #require(ProjectKey("OPS"))
    let target = ImportTarget(
      key: key, name: "Operations", existing: nil,
      workflow: try WorkflowDraft.standard.validated(id: .make(), at: host.now()),
      workflowName: nil)
    let items = titles.enumerated().map { index, title in
      let time = Timestamp(milliseconds: Int64(index))
      return ImportItem(
        ticket: ImportedTicket(
          source: "row:\(index)", draft: TicketDraft(title: title), createdAt: time,
          updatedAt: time, enteredAt: time), line: index, place: "")
    }
    let engine = try LocalEngine(path: folder.path + "/a.db", createIfMissing: true)
    do throws(Failure) {
      try ImportRun(session: session, target: target, items: items, file: "a.csv").run(on: engine)
      return (nil, String(decoding: shown, as: UTF8.self))
    } catch {
      return (error, String(decoding: shown, as: UTF8.self))
    }
  }

  @Test("Says that it made a project, which is empty")
  func first() throws {
    let (failure, _) = try fail([""])
    #expect(failure?.findings == ["Project OPS was made before that; it is empty."])
    #expect(
      failure?.nextStep?.hasSuffix("Import again to go on; nothing will be doubled.") == true)
  }

  @Test("Says how far it came, after wiping its counter away")
  func later() throws {
    let titles = Array(repeating: "x", count: 600) + [""] + Array(repeating: "x", count: 399)
    let (failure, shown) = try fail(titles)
    #expect(failure?.findings == ["500 of 1000 tickets were imported before that."])
    #expect(shown == "\r500 of 1000 tickets\r\u{1B}[K")
  }

  @Test("One that succeeds wipes its counter away before it reports")
  func succeeds() throws {
    let (failure, shown) = try fail(Array(repeating: "x", count: 1_000))
    #expect(failure == nil)
    #expect(shown.hasSuffix("\r1000 of 1000 tickets\r\u{1B}[K"))
  }
}
