import FoundationEssentials
import SluiceAPI
import SluiceCore
import Testing

@testable import SluiceServer

/// A ticket is written in two ways, straight and by way of values; a client must not see which.
@Suite struct TicketBytesTests {
  private static let now = Timestamp(milliseconds: 1_700_000_000_123)
  private let ann = Account.ID.make()

  private func detail(of draft: TicketDraft, _ changes: [TicketChange]) throws -> TicketDetail {
    let workflow = try WorkflowDraft.delivery.validated(id: .make(), at: Self.now)
    let project = Project(
      id: .make(), key: try #require(ProjectKey("HB")), name: "Harbour", description: "",
      workflow: workflow.id, ticketCounter: 7, createdAt: Self.now, updatedAt: Self.now)
    let world = Circumstances(
      by: Actor(name: "ann"), at: Self.now, hasAssistant: true, occupancy: { _ in 0 })
    var state = try draft.creating(
      id: .make(), key: TicketKey(project: project.key, number: 7), in: workflow, world
    ).state
    for change in changes { state = try state.applying(change, in: workflow, world).state }
    return TicketDetail(
      state: state, project: project, workflow: workflow,
      comments: [
        Comment(author: "ann", at: Self.now, text: "“Aye”\n"),
        Comment(author: "cid", at: Timestamp(milliseconds: 0), text: "x"),
      ], occupancy: [:], hasAssistant: true)
  }

  private var details: [TicketDetail] {
    get throws {
      let gates = WorkflowDraft.delivery.gates
      let gate = try #require(gates.first { $0.acknowledgment != nil }).key
      return [
        try detail(of: TicketDraft(title: "Replace the buoy"), []),
        try detail(
          of: TicketDraft(
            title: "Say \"ahoy\" \\ \u{202e}é", kind: .task, description: "a\tb\u{1b}[2J",
            priority: .urgent, assignee: "bob", reporter: "ann", labels: ["dry dock", "buoy"],
            due: CalendarDay("2031-05-01"), target: .human),
          [.acknowledge(gate: gate, isOn: true)]),
      ]
    }
  }

  @Test func `A ticket's page is written as its value is`() throws {
    let people = People(["ann": ann])
    for detail in try details {
      var text = TicketBytes(detail.project.id, people)
      text.write(detail)
      var members = detail.json.merging(people.members(of: detail.state.ticket)) { $1 }
      members["comments"] = .array(detail.comments.map { people.json($0) })
      #expect(text.json.text == JSONBytes(.object(members)).text)
    }
  }

  @Test func `Of many people each keeps their own id, and some have none`() {
    var people = People()
    let ids = (0..<20).map { _ in Account.ID.make() }
    for (number, id) in ids.enumerated() { people.add("p\(number)", number % 3 == 0 ? nil : id) }
    for (number, id) in ids.enumerated() {
      #expect(people.knows("p\(number)"))
      #expect(people.account("p\(number)") == (number % 3 == 0 ? nil : id))
    }
    #expect(!people.knows("p20"))
    #expect(people.account(nil) == nil)
  }

  @Test func `A ticket with warnings is written as its value is`() throws {
    let people = People(["ann": ann])
    for detail in try details {
      let ticket = detail.state.ticket
      var text = TicketBytes(detail.project.id, people)
      text.write(ticket, detail.workflow, warnings: ["Full.", "Late."])
      var members = ticket.json(in: detail.project, detail.workflow)
        .merging(people.members(of: ticket)) { $1 }
      members["warning"] = .string("Full. Late.")
      members["warnings"] = .texts(["Full.", "Late."])
      #expect(text.json.text == JSONBytes(.object(members)).text)
    }
  }

  @Test func `Whole numbers have no fraction, and others have theirs`() {
    let values: [JSONValue] = [0, -7, 10, 1_234_567_890_123, 0.5, -1e300].map(JSONValue.number)
    #expect(
      JSONBytes(.array(values)).text
        == "[0,-7,10,1234567890123,0.5,\(JSONPrinter.line(.number(-1e300)))]")
    var smallest = JSONBytes()
    smallest.write(Int.min)
    #expect(smallest.text == "-9223372036854775808")
  }
}

extension JSONBytes {
  fileprivate init(_ value: JSONValue) {
    self.init()
    write(value)
  }

  fileprivate var text: String { String(decoding: bytes, as: UTF8.self) }
}
