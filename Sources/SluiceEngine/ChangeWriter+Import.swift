internal import SluiceCore
internal import SluiceStore

extension ChangeWriter {
  func importTickets(
    _ reference: ProjectReference, _ tickets: [ImportedTicket]
  ) throws(EngineError) -> Receipt {
    throw EngineError(.invalid, "Importing is not there yet.")
  }
}
