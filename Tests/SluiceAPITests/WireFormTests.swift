import SluiceCore
import Testing

@testable import SluiceAPI

/// How values look on the wire, as literals: others may have kept them, so they do not change.
@Suite struct `The JSON of the wire` {
  private func text(_ value: some WireValue) -> String {
    String(decoding: value.wireBytes, as: UTF8.self)
  }

  private func reference() throws -> TicketReference {
    .key(try #require(TicketKey("OPS-42")))
  }

  @Test func `a change is named, and its parts have names`() throws {
    let change = Change.changeTicket(
      try reference(), .move(to: "Done"), expecting: Expectation(version: 3))
    #expect(
      text(change)
        == #"{"change_ticket":{"ticket":"OPS-42","change":{"move":{"to":"Done"}},"#
        + #""expecting":{"version":3}}}"#)
    #expect(text(Change.undo(.mine)) == #"{"undo":{"subject":{"mine":{}}}}"#)
  }

  @Test func `an edit tells what is emptied from what stays`() {
    let edit = TicketEdit(assignee: TicketEdit.Setting(nil), addedLabels: ["urgent"])
    #expect(text(edit) == #"{"assignee":null,"added_labels":["urgent"]}"#)
  }

  @Test func `a workflow's name that looks like an id is told from the id`() {
    let id = "0b0a9c4e-6f0e-4a1c-8d6b-4f5a7e1c2d3b"
    #expect(text(WorkflowReference(id)) == "\"\(id)\"")
    #expect(text(WorkflowReference.name(id)) == "{\"name\":\"\(id)\"}")
    #expect(text(WorkflowReference.name("Default")) == "\"Default\"")
  }

  @Test func `a failure says its code and sentence to anyone, and its cause to an engine`() throws {
    let error = EngineError(.claimed(ticket: try #require(TicketKey("OPS-42")), holder: "claude"))
    #expect(
      JSONPrinter.line(error.wire)
        == #"{"cause":{"rejection":{"claimed":{"holder":"claude","ticket":"OPS-42"}}},"#
        + #""code":"CONFLICT","#
        + #""details":{"holder":"claude","rule":"CLAIMED","ticket":"OPS-42"},"#
        + #""message":"OPS-42 is claimed by claude.","#
        + #""next_step":"Take another ticket, or have claude release OPS-42."}"#)
  }

  @Test func `what could act on a terminal is escaped`() {
    #expect(text("a\u{1B}[31m\u{202E}b") == #""a\u001b[31m\u202eb""#)
    #expect(text("plain") == #""plain""#)
    #expect(text("Grün") == #""Grün""#)
  }

  @Test func `moments are read with any zone and fraction`() throws {
    for (text, milliseconds): (String, Int64) in [
      ("1970-01-01T00:00:00Z", 0), ("1970-01-01T00:00:00.5Z", 500),
      ("1970-01-01T01:00:00.123456+01:00", 123), ("1969-12-31T23:59:59.999Z", -1),
      ("2026-03-09t14:05:00z", 1_773_065_100_000),
    ] {
      #expect(Timestamp(text) == Timestamp(milliseconds: milliseconds))
    }
    for text in [
      "", "1970-01-01", "1970-01-01T00:00:00", "1970-02-30T00:00:00Z", "1970-01-01T24:00:00Z",
      "1970-01-01T00:00:00.Z", "1970-01-01T00:00:00Zx", "1970-01-01 00:00:00Z",
    ] {
      #expect(Timestamp(text) == nil)
    }
  }
}
