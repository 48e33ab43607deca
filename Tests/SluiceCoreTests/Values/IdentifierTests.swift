import FoundationEssentials
import SluiceCore
import Testing

@Suite struct IdentifierTests {
  @Test func `An id is written in lower case and read in any`() {
    let text = "01234567-89ab-4cde-8f01-23456789abcd"
    let id = Ticket.ID(text)
    #expect(id?.description == text)
    #expect(Ticket.ID(text.uppercased()) == id)
    #expect(id?.uuid == UUID(uuidString: text))
  }

  @Test(arguments: [
    "", "01234567-89ab-4cde-8f01-23456789abc", "01234567-89ab-4cde-8f01-23456789abcde",
    "0123456789ab4cde8f0123456789abcd", "01234567+89ab-4cde-8f01-23456789abcd",
    "01234567-89ab-4cde-8f01-23456789abcg", "0123456-789ab-4cde-8f01-23456789abcd",
    " 1234567-89ab-4cde-8f01-23456789abcd", "é1234567-89ab-4cde-8f01-23456789abc",
  ]) func `What is no id is not read as one`(text: String) {
    #expect(Ticket.ID(text) == nil)
  }

  @Test func `Every id is read as it was written`() {
    for _ in 0..<200 {
      let id = Ticket.ID.make()
      #expect(id.description == id.uuid.uuidString.lowercased())
      #expect(Ticket.ID(id.description) == id)
    }
  }
}
