/// A provider to be.
public struct ProviderDraft: Hashable, Sendable {
  /// The name, to be unique.
  public var name: String
  /// Whose interface it speaks.
  public var type: String
  /// Its configuration, secrets included.
  public var config: [String: String]
  /// Whether work may be given to it.
  public var isActive: Bool

  /// A provider to be, with its parts.
  public init(name: String, type: String, config: [String: String], isActive: Bool = true) {
    self.name = name
    self.type = type
    self.config = config
    self.isActive = isActive
  }
}

/// New values for some attributes of a provider; what is `nil` stays.
public struct ProviderEdit: Hashable, Sendable {
  /// The new name.
  public var name: String?
  /// The new type.
  public var type: String?
  /// Settings to write, by name; `nil` takes one away, those not named stay.
  public var config: [String: String?]
  /// Whether work may be given to it.
  public var isActive: Bool?

  /// An edit with its parts; by default it changes nothing.
  public init(
    name: String? = nil, type: String? = nil, config: [String: String?] = [:],
    isActive: Bool? = nil
  ) {
    self.name = name
    self.type = type
    self.config = config
    self.isActive = isActive
  }
}
