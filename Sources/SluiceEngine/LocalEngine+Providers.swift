public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// The assistant providers, by name, without their secrets.
  public func providers(_ page: PageRequest) throws(EngineError) -> Page<Provider> {
    try reading { (store) throws(EngineError) in
      let found = try store.providers(after: page.cursor ?? "", limit: page.limit + 1)
      return Page(found, limit: page.limit, cursor: \.name)
    }
  }

  /// One assistant provider, without its secrets.
  public func provider(_ reference: ProviderReference) throws(EngineError) -> Provider {
    try reading { (store) throws(EngineError) in try store.existing(reference).provider }
  }

  /// Calls a provider's endpoint and tells what came of it.
  ///
  /// The file is not locked meanwhile.
  ///
  /// - Throws: `invalid` if the provider has no endpoint to call; `unavailable` if this program cannot call.
  public func testProvider(_ reference: ProviderReference) throws(EngineError) -> ProviderReport {
    let (provider, config) = try reading { (store) throws(EngineError) in
      let (row, provider) = try store.existing(reference)
      return (provider, try store.configuration(ofProvider: row))
    }
    guard let endpoint = ProviderRules.endpoint(of: config) else {
      throw EngineError(
        .invalid, "Provider “\(provider.name)” has no endpoint to call.",
        nextStep: "Give it one: sluice provider update \(provider.id) --config endpoint=https://…")
    }
    return try probe(ProviderCall(provider: provider, endpoint: endpoint, config: config))
  }
}
