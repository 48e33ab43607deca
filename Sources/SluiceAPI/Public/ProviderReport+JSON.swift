public import SluiceCore

extension ProviderReport {
  /// What came of the call, and which provider was called.
  public func json(of provider: Provider) -> [String: JSONValue] {
    [
      "provider": .string(provider.name), "provider_id": .string(provider.id.description),
      "usable": .bool(isUsable), "status": status.map(JSONValue.integer) ?? .null,
      "milliseconds": .integer(milliseconds), "message": .string(message),
    ]
  }
}
