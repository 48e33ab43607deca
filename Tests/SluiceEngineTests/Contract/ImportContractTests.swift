import SluiceCore
import Testing

@Suite struct ImportContractTests {
  private static let start = Timestamp(milliseconds: 1_600_000_000_000)

  private func item(_ number: Int, _ change: (inout ImportedTicket) -> Void = { _ in })
    -> ImportedTicket
  {
    let time = Self.start.advanced(bySeconds: Int64(number))
    var item = ImportedTicket(
      source: "https://example.org/issues/\(number)",
      draft: TicketDraft(
        title: "Issue \(number)", description: "Text \(number)", status: "Todo",
        assignee: "bob", reporter: "eve", labels: ["bug"]),
      createdAt: time, updatedAt: time.advanced(bySeconds: 60),
      enteredAt: time.advanced(bySeconds: 30),
      comments: [Comment(author: "cat", at: time.advanced(bySeconds: 20), text: "Me too")])
    change(&item)
    return item
  }

  @Test(arguments: EngineKind.all)
  func `Tickets come with their dates, numbered by age`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let receipt = try world.apply(.importTickets(ops, [item(2), item(1)]))
    #expect(receipt.subject == .imported(added: 2, updated: 0, unchanged: 0, kept: 0))
    let detail = try world.detail("OPS-1")
    let ticket = detail.state.ticket
    #expect(ticket.title == "Issue 1")
    #expect(ticket.reporter == "eve")
    #expect(ticket.createdAt == Self.start.advanced(bySeconds: 1))
    #expect(ticket.updatedAt == Self.start.advanced(bySeconds: 61))
    #expect(ticket.enteredAt == Self.start.advanced(bySeconds: 31))
    #expect(detail.comments == item(1).comments)
    #expect(try world.board(ops, "text label:bug") == ["Todo 2: OPS-2 OPS-1"])
    #expect(try world.history("OPS-1").map(\.line) == ["ann ticket.created Issue 1: – → Todo"])
    #expect(try world.engine.project(ops).ticketCounter == 2)
  }

  @Test(arguments: EngineKind.all)
  func `A second import changes only what changed at the source`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.importTickets(ops, [item(1), item(2), item(3)]))
    let before = try world.detail("OPS-1").state
    let changed = item(2) { item in
      item.draft.title = "Issue two"
      item.draft.labels = ["web"]
      item.draft.status = "Done"
      item.updatedAt = Self.start.advanced(bySeconds: 500)
      item.enteredAt = Self.start.advanced(bySeconds: 400)
      item.comments.append(
        Comment(author: "dan", at: Self.start.advanced(bySeconds: 450), text: "Fixed"))
    }
    let receipt = try world.apply(.importTickets(ops, [item(1), changed, item(3), item(4)]))
    #expect(receipt.subject == .imported(added: 1, updated: 1, unchanged: 2, kept: 0))
    #expect(try world.detail("OPS-1").state == before)
    let ticket = try world.detail("OPS-2").state.ticket
    #expect(ticket.title == "Issue two")
    #expect(ticket.labels == ["web"])
    #expect(ticket.version == 2)
    #expect(ticket.enteredAt == Self.start.advanced(bySeconds: 400))
    #expect(ticket.updatedAt == Self.start.advanced(bySeconds: 500))
    #expect(try world.detail("OPS-2").comments.map(\.text) == ["Fixed", "Me too"])
    #expect(try world.board(ops) == ["Todo 3: OPS-4 OPS-3 OPS-1", "Done 1: OPS-2"])
    #expect(try world.board(ops, "two") == ["Done 1: OPS-2"])
    #expect(try world.board(ops, "issue label:bug") == ["Todo 3: OPS-4 OPS-3 OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `Work done here outlives an import that does not speak of it`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.importTickets(ops, [item(1)]))
    try world.change("OPS-1", .move(to: "InReview"))
    try world.change(
      "OPS-1", .edit(TicketEdit(title: "Renamed here", addedLabels: ["mine"])))
    let again = item(1) { item in
      item.draft.assignee = "zoe"
      item.updatedAt = Self.start.advanced(bySeconds: 900)
    }
    try world.apply(.importTickets(ops, [again]))
    let ticket = try world.detail("OPS-1").state.ticket
    #expect(ticket.title == "Renamed here")
    #expect(ticket.labels == ["bug", "mine"])
    #expect(ticket.assignee == "zoe")
    #expect(try world.board(ops) == ["InReview 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A ticket that came without a status keeps its place`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let fresh = (1...2).map { number in item(number) { $0.draft.status = nil } }
    try world.apply(.importTickets(ops, fresh))
    let closed = (1...2).map { number in
      item(number) { item in
        item.draft.status = "Done"
        if number == 2 { item.draft.title = "Renamed there" }
      }
    }
    let receipt = try world.apply(.importTickets(ops, closed))
    #expect(receipt.subject == .imported(added: 0, updated: 1, unchanged: 1, kept: 2))
    #expect(try world.board(ops) == ["Backlog 2: OPS-2 OPS-1"])
    #expect(try world.detail("OPS-2").state.ticket.title == "Renamed there")
    let reopened = item(1) { $0.draft.status = "InReview" }
    try world.apply(.importTickets(ops, [reopened]))
    #expect(try world.board(ops) == ["Backlog 2: OPS-2 OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `An item without a status says nothing of the one known`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.importTickets(ops, [item(1) { $0.draft.status = "Done" }]))
    try world.change("OPS-1", .move(to: "InReview"))
    try world.apply(.importTickets(ops, [item(1) { $0.draft.status = nil }]))
    let receipt = try world.apply(.importTickets(ops, [item(1) { $0.draft.status = "Done" }]))
    #expect(receipt.subject == .imported(added: 0, updated: 0, unchanged: 1, kept: 0))
    #expect(try world.board(ops) == ["InReview 1: OPS-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A fault in one item names it and imports nothing`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let long = item(2) { $0.draft.title = String(repeating: "x", count: 501) }
    let error = try world.refusal(.importTickets(ops, [item(1), long]))
    #expect(
      error.message
        == "https://example.org/issues/2: A title has at most 500 characters, not 501.")
    let strange = item(3) { $0.draft.status = "Nowhere" }
    let unknown = try world.refusal(.importTickets(ops, [item(1), strange]))
    #expect(unknown.rejection?.code == "UNKNOWN_STATUS")
    #expect(try world.board(ops) == [])
    #expect(try world.engine.project(ops).ticketCounter == 0)
  }

  @Test(arguments: EngineKind.all)
  func `A comment of the same second is new, and one that was edited is not`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.importTickets(ops, [item(1)]))
    let again = item(1) { item in
      let time = item.comments[0].at
      item.comments = ["Me too!", "And my sister"].map {
        Comment(author: "cat", at: time, text: $0)
      }
    }
    for _ in 1...2 { try world.apply(.importTickets(ops, [again])) }
    #expect(
      try world.detail("OPS-1").comments.map(\.text).sorted() == ["And my sister", "Me too"])
  }

  @Test(arguments: EngineKind.all)
  func `Two tickets of one source are refused, and nothing is imported`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let other = item(1) { $0.draft.title = "Another" }
    let error = try world.refusal(.importTickets(ops, [item(1), item(2), other]))
    #expect(error.code == .invalid)
    #expect(
      error.message
        == "https://example.org/issues/1: Two tickets of this import have this source.")
    #expect(try world.board(ops) == [])
  }

  @Test(arguments: EngineKind.all)
  func `What was taken back can be imported again, what was deleted stays deleted`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.importTickets(ops, [item(1), item(2)]))
    try world.apply(.undo(.mine))
    let again = try world.apply(.importTickets(ops, [item(1), item(2)]))
    #expect(again.subject == .imported(added: 2, updated: 0, unchanged: 0, kept: 0))
    #expect(try world.board(ops) == ["Todo 2: OPS-4 OPS-3"])
    #expect(try world.detail("OPS-3").comments == item(1).comments)
    try world.change("OPS-3", .delete)
    let last = try world.apply(.importTickets(ops, [item(1), item(2)]))
    #expect(last.subject == .imported(added: 0, updated: 0, unchanged: 2, kept: 0))
  }

  @Test(arguments: EngineKind.all)
  func `An import is no move`(kind: EngineKind) throws {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    let items = (1...6).map { number in item(number) { $0.draft.status = "Building" } }
    try world.apply(.importTickets(del, items))
    let closed = item(1) { $0.draft.status = "Released" }
    try world.apply(.importTickets(del, [closed]))
    #expect(
      try world.board(del)
        == ["Building 5: DEL-6 DEL-5 DEL-4 DEL-3 DEL-2", "Released 1: DEL-1"])
  }

  @Test(arguments: EngineKind.all)
  func `A claim neither stops an import nor outlives the work`(kind: EngineKind) throws {
    var world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.importTickets(ops, [item(1), item(2)]))
    try world.change("OPS-1", .claim(agent: "bot"))
    world.actor = Actor(name: "ann", agent: "other")
    let same = try world.apply(.importTickets(ops, [item(1), item(2)]))
    #expect(same.subject == .imported(added: 0, updated: 0, unchanged: 2, kept: 0))
    let closed = item(1) { item in
      item.draft.title = "Issue one"
      item.draft.status = "Done"
      item.updatedAt = Self.start.advanced(bySeconds: 500)
    }
    try world.apply(.importTickets(ops, [closed]))
    let ticket = try world.detail("OPS-1").state.ticket
    #expect(ticket.title == "Issue one")
    #expect(ticket.agent == nil)
    #expect(try world.history("OPS-1").map(\.line).first == "ann agent.released: bot → –")
  }

  @Test(arguments: EngineKind.all)
  func `What was imported anew is not made again beside it`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    try world.apply(.importTickets(ops, [item(1)]))
    try world.apply(.undo(.mine))
    try world.apply(.importTickets(ops, [item(1)]))
    #expect(try world.refusal(.redo(.ticket(world.reference("OPS-1")))).rejection != nil)
    #expect(try world.board(ops) == ["Todo 1: OPS-2"])
    #expect(
      try world.history("OPS-1").first?.line
        == "ann ticket.imported https://example.org/issues/1: – → OPS-2")
  }
}
