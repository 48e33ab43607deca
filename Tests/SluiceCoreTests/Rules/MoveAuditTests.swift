import SluiceCore
import Testing

@Suite struct MoveAuditTests {
  private func move(
    _ number: Int, _ from: String, _ to: String, breaking rules: [String],
    arrived: Timestamp? = nil
  ) throws -> Event {
    let time = Timestamp(milliseconds: Int64(number))
    let step = EventTrace.Step(
      from: Status.ID(1), to: Status.ID(2), entered: time, arrived: arrived, broken: rules)
    return Event(
      sequence: Int64(number), at: time, actor: "ana", ticket: TicketKey("OPS-\(number)"),
      body: Event.Draft(.ticketMoved, from: from, to: to, trace: .step(step)))
  }

  @Test func `moves are counted by step and rule, the most frequent first`() throws {
    var audit = MoveAudit()
    for number in 1...7 {
      audit.add(try move(number, "New", "Closed", breaking: ["NO_TRANSITION"]))
    }
    audit.add(try move(8, "New", "Doing", breaking: ["NO_TRANSITION", "WIP_LIMIT"]))
    audit.add(try move(9, "New", "Ready", breaking: []))
    #expect(audit.moves == 9)
    #expect(audit.refused == 8)
    let rows = audit.findings.map { "\($0.count) \($0.from) \($0.to) \($0.rule)" }
    #expect(
      rows == [
        "7 New Closed NO_TRANSITION", "1 New Doing NO_TRANSITION", "1 New Doing WIP_LIMIT",
      ])
    #expect(
      audit.findings[0].examples.map(\.description)
        == ["OPS-1", "OPS-2", "OPS-3", "OPS-4", "OPS-5"])
  }

  @Test func `a move that an import tells of was made elsewhere and is not counted`() throws {
    var audit = MoveAudit()
    audit.add(try move(1, "New", "Closed", breaking: ["NO_TRANSITION"]))
    audit.add(try move(2, "New", "Closed", breaking: [], arrived: Timestamp(milliseconds: 1)))
    #expect(audit.moves == 1)
    #expect(audit.refused == 1)
  }

  @Test func `a ticket is an example once, and other events are passed over`() throws {
    var audit = MoveAudit()
    for _ in 1...3 { audit.add(try move(4, "New", "Closed", breaking: ["NO_TRANSITION"])) }
    audit.add(
      Event(
        sequence: 9, at: Timestamp(milliseconds: 9), actor: "ana", ticket: TicketKey("OPS-5"),
        body: Event.Draft(.commented, to: "hm")))
    #expect(audit.moves == 3)
    #expect(audit.findings.first?.count == 3)
    #expect(audit.findings.first?.examples == [TicketKey("OPS-4")].compactMap(\.self))
    #expect(MoveAudit().findings.isEmpty)
  }
}
