public import SluiceCore

extension Provider {
  /// The provider as programs see it: of secrets only the names.
  ///
  /// Source: rule 7.
  public var json: JSONValue {
    .object([
      "id": .string(id.description), "name": .string(name), "type": .string(type),
      "config": .object(settings.mapValues { .string($0) }), "secrets": .texts(secrets),
      "active": .bool(isActive), "created_at": .string(createdAt.description),
      "updated_at": .string(updatedAt.description),
    ])
  }
}
