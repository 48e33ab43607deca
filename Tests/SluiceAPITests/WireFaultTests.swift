import SluiceCore
import Testing

@testable import SluiceAPI

/// What is said of JSON that is not as it should be.
@Suite struct `A fault of the wire names its place` {
  private func fault(_ text: String) throws -> WireFault {
    let json = try JSONReader.read(SourceText(text)).value
    return try #require(throws: WireFault.self) { _ = try Change(wire: json) }
  }

  @Test func `members that nobody knows are refused by name`() throws {
    #expect(
      try fault(#"{"delete_project":{"project":"OPS","force":true}}"#)
        == WireFault("delete_project.force", "“force” is not known here."))
    #expect(
      try fault(#"{"create_ticket":{"project":"OPS","draft":{"titel":"Fix"}}}"#)
        == WireFault(
          "create_ticket.draft.titel", "“titel” is not known here; did you mean “title”?"))
  }

  @Test func `a missing member is named`() throws {
    #expect(
      try fault(#"{"change_ticket":{"ticket":"OPS-1"}}"#)
        == WireFault("change_ticket.change", "“change” is missing."))
  }

  @Test func `a value of another kind says what was expected`() throws {
    #expect(
      try fault(#"{"change_tickets":{"tickets":{"list":{"tickets":["OPS-1",7]}}}}"#)
        == WireFault(
          "change_tickets.tickets.list.tickets[1]",
          "Expected a ticket's key or id, found a number."))
    #expect(
      try fault(#"{"undo":{"subject":{"change":{"number":1.5}}}}"#)
        == WireFault("undo.subject.change.number", "Expected a whole number, found a number."))
  }

  @Test func `a case that nobody knows is refused with what was probably meant`() throws {
    #expect(
      try fault(#"{"delete_projects":{}}"#)
        == WireFault("", "“delete_projects” is not known here; did you mean “delete_project”?"))
  }

  @Test func `a definition's fault keeps its place`() throws {
    #expect(
      try fault(#"{"create_workflow":{"name":"W","statuses":[{"name":"New"}]}}"#)
        == WireFault("create_workflow.statuses[0].category", "“category” is missing."))
  }
}
