public import SluiceCore

/// What only a Sluice server can answer.
extension AlloyEngine {
  /// Refused: the guide knows no events.
  public func events(_ query: EventQuery, _ page: PageRequest) throws(EngineError) -> Page<Event> {
    throw .beyondAlloy("events")
  }

  /// Refused: the guide knows no queue for agents.
  public func available(_ query: QueueQuery, _ page: PageRequest) throws(EngineError)
    -> Page<Ticket>
  {
    throw .beyondAlloy("queue for agents")
  }

  /// Refused: the guide knows no claims.
  public func claimed(
    by agent: String, _ query: QueueQuery, _ page: PageRequest
  ) throws(EngineError) -> Page<Ticket> {
    throw .beyondAlloy("claims")
  }

  /// Refused: the guide knows no assistant providers.
  public func providers(_ page: PageRequest) throws(EngineError) -> Page<Provider> {
    throw .beyondAlloy("assistant providers")
  }

  /// Refused: the guide knows no assistant providers.
  public func provider(_ reference: ProviderReference) throws(EngineError) -> Provider {
    throw .beyondAlloy("assistant providers")
  }

  /// Refused: the guide knows no assistant providers.
  public func testProvider(_ reference: ProviderReference) throws(EngineError) -> ProviderReport {
    throw .beyondAlloy("assistant providers")
  }

  /// Refused: the guide has no way to ask what would come of a change.
  public func preview(
    _ change: Change, by actor: Actor, progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    throw .beyondAlloy("way to try a change without making it")
  }
}
