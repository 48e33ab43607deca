import SluiceCore

/// What the board does not ask for.
extension MemoryEngine {
  private var notAsked: EngineError { EngineError(.invalid, "Not part of a board.") }

  func organization() throws(EngineError) -> Organization { throw notAsked }

  func available(_ query: QueueQuery, _ page: PageRequest) throws(EngineError) -> Page<Ticket> {
    throw notAsked
  }

  func claimed(
    by agent: String, _ query: QueueQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    throw notAsked
  }

  func providers(_ page: PageRequest) throws(EngineError) -> Page<Provider> { throw notAsked }

  func provider(_ reference: ProviderReference) throws(EngineError) -> Provider { throw notAsked }

  func testProvider(_ reference: ProviderReference) throws(EngineError) -> ProviderReport {
    throw notAsked
  }
}
