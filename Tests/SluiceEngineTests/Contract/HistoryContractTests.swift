import SluiceCore
import Testing

/// Any ticket at any past moment, from history alone.
///
/// Source: rule 8.
@Suite struct HistoryContractTests {
  @Test(arguments: EngineKind.all)
  func `Every ticket can be rebuilt as it was after every change`(kind: EngineKind) throws {
    var kinds: Set<Event.Kind> = []
    for seed in kind.seeds(1...60) {
      var life = try RandomLife(kind, seed: seed)
      var past: [(sequence: Int64, tickets: [TicketKey: TicketState])] = []
      for _ in 1...80 {
        guard let receipt = life.step() else { continue }
        past.append((receipt.sequence, try life.tickets()))
      }
      for key in Set(past.flatMap(\.tickets.keys)) {
        let events = try life.history(of: key)
        kinds.formUnion(events.map(\.body.kind))
        for moment in past {
          let state = TicketState(rebuilding: events.filter { $0.sequence <= moment.sequence })
          let rebuilt = state.flatMap { $0.ticket.status == .nowhere ? nil : $0 }
          guard rebuilt == moment.tickets[key] else {
            Issue.record(
              """
              seed \(seed), after \(moment.sequence): \(key) is rebuilt as
              \(String(describing: rebuilt)), and was
              \(String(describing: moment.tickets[key]))
              \(events.map { "\($0.sequence) \($0.line)" }.joined(separator: "\n"))
              """)
            return
          }
        }
      }
    }
    let unseen = Set(Event.Kind.allCases.filter(\.isOfTicket)).subtracting(kinds)
    // Which kinds there are is up to the seeds, and not to the engine.
    #expect(kind.thinning > 1 ? unseen.count < kinds.count : unseen == [])
  }

  @Test(arguments: EngineKind.all)
  func `What was confirmed under a workflow is there again when the ticket is`(
    kind: EngineKind
  ) throws {
    let world = try World(kind)
    let del = try world.project("DEL", .delivery)
    try world.ticket(del, TicketDraft(title: "there and back", status: "Ready"))
    try world.change("DEL-1", .tick(gate: "shaped", item: "goal", isOn: true))
    try world.change("DEL-1", .setValue(field: "size", text: "2"))
    let before = try world.detail("DEL-1").state.progress
    for name in ["Default", "Delivery"] {
      let edit = ProjectEdit(
        workflow: .name(name), mapping: StatusMapping(takesSuggestions: true))
      try world.apply(.editProject(del, edit))
    }
    let state = try world.detail("DEL-1").state
    #expect(state.progress == before)
    let events = Array(try world.history("DEL-1").reversed())
    #expect(TicketState(rebuilding: events) == state)
    #expect(TicketState(rebuilding: Array(events.dropLast()))?.progress == GateProgress())
  }

  @Test(arguments: EngineKind.all)
  func `An imported ticket is rebuilt with the dates of its source`(kind: EngineKind) throws {
    let world = try World(kind)
    let ops = try world.project("OPS")
    let start = Timestamp(milliseconds: 1_600_000_000_000)
    func item(_ status: String, updated: Int64, remarks: [Comment] = []) -> ImportedTicket {
      ImportedTicket(
        source: "#1", draft: TicketDraft(title: "old", status: status), createdAt: start,
        updatedAt: start.advanced(bySeconds: updated),
        enteredAt: start.advanced(bySeconds: updated - 10), comments: remarks)
    }
    try world.apply(.importTickets(ops, [item("Todo", updated: 100)]))
    let first = try world.detail("OPS-1").state
    let remark = Comment(author: "eve", at: start.advanced(bySeconds: 150), text: "Fixed")
    try world.apply(.importTickets(ops, [item("Done", updated: 200, remarks: [remark])]))
    let second = try world.detail("OPS-1").state
    #expect(second.ticket.enteredAt == start.advanced(bySeconds: 190))
    let events = Array(try world.history("OPS-1").reversed())
    #expect(TicketState(rebuilding: Array(events.prefix(1))) == first)
    #expect(TicketState(rebuilding: events) == second)
    #expect(
      events.map(\.line) == [
        "ann ticket.created old: – → Todo", "ann ticket.imported #1",
        "ann ticket.moved: Todo → Done", "ann comment.added: – → Fixed",
      ])
    #expect(try world.takeBack() == "OPS-1 Todo")
    #expect(try world.detail("OPS-1").comments == [])
    #expect(try world.detail("OPS-1").state.ticket.enteredAt == first.ticket.enteredAt)
    #expect(try world.makeAgain() == "OPS-1 Done")
    #expect(try world.detail("OPS-1").comments == [remark])
    #expect(try world.detail("OPS-1").state.ticket.enteredAt == second.ticket.enteredAt)
  }
}

extension Event.Kind {
  fileprivate var isOfTicket: Bool {
    !["organization.", "workflow.", "provider.", "project."].contains {
      rawValue.hasPrefix($0)
    }
  }
}
