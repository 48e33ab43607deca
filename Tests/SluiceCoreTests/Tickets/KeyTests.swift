import FoundationEssentials
import Testing

@testable import SluiceCore

@Suite struct KeyTests {
  @Test(arguments: ["OPS", "A1", "ABCDEFGHIJ", "Q42"])
  func `a project key is short, upper case and begins with a letter`(text: String) {
    #expect(ProjectKey(text)?.description == text)
  }

  @Test(arguments: ["", "A", "ops", "1A", "ABCDEFGHIJK", "A-B", "A B", "ÄÖ", "А1"])
  func `anything else is no project key`(text: String) {
    #expect(ProjectKey(text) == nil)
  }

  @Test(arguments: [
    ("OPS-42", "OPS-42", 0), ("ops-42", "OPS-42", 0), ("OPS-42.1", "OPS-42.1", 1),
    ("Q7-9000000", "Q7-9000000", 0),
  ])
  func `a ticket key reads back as it prints`(text: String, printed: String, ordinal: Int) {
    let key = TicketKey(text)
    #expect(key?.description == printed)
    #expect(key?.ordinal == ordinal)
    #expect(TicketKey(printed) == key)
  }

  @Test(arguments: [
    "", "OPS", "OPS-", "OPS-0", "OPS-x", "OPS--1", "OPS-1.0", "OPS-1.", "OPS-1.2.3", "-42",
    "OPS-+5", "OPS-5.+1", "OPS-٤٢", "OPS-99999999999999999999", "OPS 42", "OPS-4 2",
  ])
  func `anything else is no ticket key`(text: String) {
    #expect(TicketKey(text) == nil)
  }

  @Test func `an id prints in lower case and reads in any`() throws {
    let text = "6F1C2A9E-0D3B-4C55-8E77-0123456789AB"
    let id = try #require(Ticket.ID(text))
    #expect(id.description == text.lowercased())
    #expect(Ticket.ID(id.description) == id)
    #expect(Ticket.ID("6F1C2A9E") == nil)
    #expect(Ticket.ID.make() != Ticket.ID.make())
  }

  @Test func `a reference is a key or an id`() throws {
    let id = "6f1c2a9e-0d3b-4c55-8e77-0123456789ab"
    #expect(TicketReference("ops-42") == TicketKey("OPS-42").map(TicketReference.key))
    #expect(TicketReference(id)?.description == id)
    #expect(TicketReference("42") == nil)
    #expect(ProjectReference("ops")?.description == "OPS")
    #expect(ProjectReference(id)?.description == id)
    #expect(ProjectReference("o p s") == nil)
    #expect(WorkflowReference("Bug Triage") == .name("Bug Triage"))
    #expect(WorkflowReference(id).description == id)
  }
}
