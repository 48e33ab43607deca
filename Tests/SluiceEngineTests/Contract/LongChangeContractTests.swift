import SluiceCore
import Synchronization
import Testing

/// A change that takes so long that somebody waits for it.
@Suite struct LongChangeContractTests {
  /// What a change has told of how far it is.
  private final class Told: Sendable {
    private let words = Mutex<[String]>([])

    var all: [String] { words.withLock { $0 } }

    func note(_ done: Int, of total: Int) {
      words.withLock { $0.append("\(done) of \(total)") }
    }
  }

  @Test(arguments: EngineKind.all)
  func `It tells how far it is, and can be given up without a trace`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let start = Timestamp(milliseconds: 1_600_000_000_000)
    let items = (1...1_001).map { number in
      ImportedTicket(
        source: "#\(number)", draft: TicketDraft(title: "one of many", status: "Todo"),
        createdAt: start, updatedAt: start, enteredAt: start)
    }
    try world.apply(.importTickets(ops, items))
    let change = Change.changeTickets(
      .query(TicketQuery(project: ops)), .edit(TicketEdit(assignee: .init("bob"))))
    let before = try world.events().count

    let error = try world.failure {
      try world.engine.apply(change, by: world.actor) { _, _ in false }
    }
    #expect(error.code == .interrupted)
    #expect(try world.events().count == before)
    #expect(try world.board(ops, "assignee:bob") == [])

    let told = Told()
    _ = try world.engine.apply(change, by: world.actor) { done, total in
      told.note(done, of: total)
      return true
    }
    // A server says nothing until it has done it all: only the beginning and the end are known.
    #expect(
      told.all
        == (kind.isRemote ? ["0 of 1", "1 of 1"] : ["0 of 500", "0 of 1000", "1000 of 1001"]))
    #expect(try world.events().count == before + 1_001)
  }
}

extension EngineKind {
  fileprivate var isRemote: Bool { testDescription.hasPrefix("remote") }
}
