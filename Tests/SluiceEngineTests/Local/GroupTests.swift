import SQLite
import SluiceCore
import Testing

@testable import SluiceEngine
@testable import SluiceStore

/// Many requests in one transaction.
@Suite struct GroupTests {
  private let folder: TemporaryFolder
  private let engine: LocalEngine
  private let ann = Actor(name: "ann")
  private let ops: ProjectReference

  init() throws {
    folder = try TemporaryFolder()
    engine = try LocalEngine(path: folder("a.db"))
    ops = .key(try #require(ProjectKey("OPS")))
    _ = try engine.apply(.createProject(ProjectDraft(key: "OPS", name: "Ops")), by: ann)
  }

  private func create(_ title: String) throws(EngineError) -> Ticket? {
    try engine.apply(.createTicket(ops, TicketDraft(title: title)), by: ann).ticket
  }

  /// What comes of a request; `nil` for one that fails.
  private func answer(_ request: () throws(EngineError) -> Ticket?) -> Ticket? {
    let ticket = try? engine.transaction(request)
    return ticket.flatMap(\.self)
  }

  /// Titles by key, as another connection sees them.
  private func kept() throws -> [String] {
    let other = try LocalEngine(path: folder("a.db"))
    return try other.tickets(TicketQuery(project: ops), PageRequest(limit: 200)).items
      .map { "\($0.key) \($0.title)" }.reversed()
  }

  @Test func `What many ask for is kept at once, and each learns what became of it`() throws {
    var keys: [String?] = []
    try engine.group {
      for title in ["one", "two", "three"] {
        keys.append(answer { () throws(EngineError) in try create(title) }?.key.description)
      }
    }
    #expect(keys == ["OPS-1", "OPS-2", "OPS-3"])
    #expect(try kept() == ["OPS-1 one", "OPS-2 two", "OPS-3 three"])
  }

  @Test func `Nobody else sees anything of it before it is kept`() throws {
    try engine.group {
      _ = try? engine.transaction { () throws(EngineError) in try create("one") }
      #expect(throws: Never.self) { try #expect(kept() == []) }
    }
    #expect(try kept() == ["OPS-1 one"])
  }

  @Test func `A request that fails takes back all it did, and its neighbours stay`() throws {
    try engine.group {
      let first = answer { () throws(EngineError) in try create("one") }
      #expect(first?.key.number == 1)
      #expect(throws: EngineError(.refused, "No.")) {
        try engine.transaction { () throws(EngineError) in
          _ = try create("lost")
          _ = try engine.apply(.createWorkflow(.bugTriage), by: ann)
          throw EngineError(.refused, "No.")
        }
      }
      let second = answer { () throws(EngineError) in try create("two") }
      #expect(second?.key.number == 2)
    }
    #expect(try kept() == ["OPS-1 one", "OPS-2 two"])
    let events = try engine.events(EventQuery(.oldestFirst(after: 0)), PageRequest()).items
    #expect(events.map(\.sequence) == [1, 2, 3])
    #expect(events.map(\.change) == [1, 2, 3])
    #expect(try engine.workflows(PageRequest()).items.map(\.name) == ["Default"])
  }

  @Test func `A change that fails within a request leaves what was before it`() throws {
    let result = try engine.transaction { () throws(EngineError) in
      let ticket = try create("one")
      let set = Change.changeTickets(
        .list([.id(try existing(ticket).id), .key(TicketKey(project: try key(), number: 9))]),
        .move(to: "Done"))
      #expect(throws: EngineError.self) { try engine.apply(set, by: ann) }
      let second = try create("two")
      _ = try? engine.apply(.createTicket(ops, TicketDraft(title: "")), by: ann)
      return second
    }
    #expect(result?.key.description == "OPS-2")
    #expect(try kept() == ["OPS-1 one", "OPS-2 two"])
    #expect(try engine.ticket(.key(try key(1))).state.ticket.status == Status.ID(1))
  }

  private func key() throws(EngineError) -> ProjectKey {
    guard let key = ProjectKey("OPS") else { throw .notFound("project", "OPS") }
    return key
  }

  private func key(_ number: Int) throws(EngineError) -> TicketKey {
    TicketKey(project: try key(), number: number)
  }

  private func existing(_ ticket: Ticket?) throws(EngineError) -> Ticket {
    guard let ticket else { throw .notFound("ticket", "") }
    return ticket
  }

  @Test func `Within a request its own changes are seen, and a preview leaves none`() throws {
    let titles = try engine.transaction { () throws(EngineError) in
      _ = try create("one")
      let preview = try engine.preview(
        .createTicket(ops, TicketDraft(title: "never")), by: ann)
      #expect(preview.ticket?.key.number == 2)
      return try engine.tickets(TicketQuery(project: ops), PageRequest()).items.map(\.title)
    }
    #expect(titles == ["one"])
    #expect(try create("two")?.key.number == 2)
  }

  @Test func `A preview that is first leaves the request room`() throws {
    try engine.group {
      let first = answer { () throws(EngineError) in
        _ = try engine.preview(.createWorkflow(.bugTriage), by: ann)
        return try create("one")
      }
      #expect(first?.key.number == 1)
      let second = answer { () throws(EngineError) in
        try engine.preview(.createTicket(ops, TicketDraft(title: "never")), by: ann).ticket
      }
      #expect(second?.key.number == 2)
    }
    #expect(try kept() == ["OPS-1 one"])
  }

  @Test func `A workflow that was taken back is not remembered, and its number is made again`()
    throws
  {
    var names: [String] = []
    try engine.group {
      _ = answer { () throws(EngineError) in
        _ = try engine.apply(.createWorkflow(.bugTriage), by: ann)
        #expect(try engine.workflow(.name("Bug Triage")).name == "Bug Triage")
        throw EngineError(.refused, "No.")
      }
      _ = answer { () throws(EngineError) in
        _ = try engine.apply(.createWorkflow(.delivery), by: ann)
        names = try engine.workflow(.name("Delivery")).statuses.map(\.name)
        return nil
      }
    }
    #expect(names == WorkflowDraft.delivery.statuses.map(\.name))
    let again = try LocalEngine(path: folder("a.db"))
    #expect(try again.workflow(.name("Delivery")) == engine.workflow(.name("Delivery")))
    #expect(throws: EngineError.self) { try engine.workflow(.name("Bug Triage")) }
  }

  @Test func `Without a group, a request is a transaction of its own`() throws {
    #expect(throws: EngineError(.refused, "No.")) {
      try engine.transaction { () throws(EngineError) in
        _ = try create("lost")
        throw EngineError(.refused, "No.")
      }
    }
    #expect(try kept() == [])
    struct Other: Error {}
    let other = try engine.attempt { () throws(Other) in
      _ = try? create("lost too")
      throw Other()
    }
    #expect(throws: Other.self) { try other.get() }
    _ = try engine.transaction { () throws(EngineError) in try create("one") }
    #expect(try kept() == ["OPS-1 one"])
  }

  @Test func `A part of a request that fails as a whole leaves what was before it`() throws {
    try engine.transaction { () throws(EngineError) in
      _ = try create("one")
      _ = answer { () throws(EngineError) in
        _ = try create("lost")
        _ = try create("lost too")
        throw EngineError(.refused, "No.")
      }
      _ = answer { () throws(EngineError) in try create("two") }
    }
    #expect(try kept() == ["OPS-1 one", "OPS-2 two"])
  }

  @Test func `Reads that see one moment see nothing that comes after it, and write nothing`() throws
  {
    let other = try LocalEngine(path: folder("a.db"))
    func count() throws -> Int {
      try engine.tickets(TicketQuery(project: ops), PageRequest()).items.count
    }
    _ = try create("one")
    let seen = try engine.look {
      let first = try count()
      #expect(throws: EngineError(.invalid, "What only looks cannot change anything.")) {
        try create("never")
      }
      #expect(throws: EngineError.self) { try engine.preview(.undo(.mine), by: ann) }
      #expect(throws: EngineError.self) { try engine.transaction { () throws(EngineError) in } }
      return [first, try engine.look { try count() }.get()]
    }
    #expect(try seen.get() == [1, 1])
    _ = try other.apply(.createTicket(ops, TicketDraft(title: "two")), by: ann)
    #expect(try engine.look { try count() }.get() == 2)
    #expect(try kept() == ["OPS-1 one", "OPS-2 two"])
  }

  @Test func `Other threads wait for a group, and find all of it or nothing`() throws {
    let (engine, ops, ann) = (engine, ops, ann)
    let sizes = try Threads.run(4) { thread -> [Int] in
      guard thread == 0 else {
        return try (0..<20).map { _ in
          _ = try engine.apply(.createTicket(ops, TicketDraft(title: "alone")), by: ann)
          return try engine.tickets(TicketQuery(project: ops), PageRequest(limit: 200)).items
            .filter { $0.title == "together" }.count
        }
      }
      for _ in 0..<10 {
        try engine.group {
          for _ in 0..<8 {
            _ = try? engine.transaction { () throws(EngineError) in
              try engine.apply(.createTicket(ops, TicketDraft(title: "together")), by: ann)
            }
          }
        }
      }
      return []
    }
    #expect(sizes.joined().allSatisfy { $0.isMultiple(of: 8) })
    #expect(try kept().count == 60 + 80)
  }

  @Test func `An empty group and one that only reads write nothing`() throws {
    let other = try LocalEngine(path: folder("a.db"))
    try engine.group {}
    try engine.group {
      #expect(throws: Never.self) {
        try engine.transaction { () throws(EngineError) in _ = try engine.organization() }
      }
    }
    #expect(!other.takeForeignChange())
  }
}
