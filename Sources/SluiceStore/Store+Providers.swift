internal import SQLite
public import SluiceCore

extension Store {
  /// The providers whose names come after `name`, by name, without secrets; all organizations share them.
  public func providers(after name: String, limit: Int) throws(EngineError) -> [Provider] {
    try query(
      Self.selectProvider + "WHERE organization = $1 AND name > $2 ORDER BY name LIMIT $3",
      [.integer(home.row), .text(name), .int(limit)], Self.bareProvider
    ).map { (row, provider) throws(EngineError) in try describing(provider, row) }
  }

  /// The provider that a caller names, with its row.
  public func provider(
    _ reference: ProviderReference
  ) throws(EngineError) -> (row: Int64, provider: Provider)? {
    let found =
      switch reference {
      case .id(let id):
        try first(Self.selectProvider + "WHERE uuid = $1", [.id(id)], Self.bareProvider)
      case .name(let name):
        try first(
          Self.selectProvider + "WHERE organization = $1 AND name = $2",
          [.integer(home.row), .text(name)], Self.bareProvider)
      }
    guard let (row, provider) = found else { return nil }
    return (row, try describing(provider, row))
  }

  /// Whether work can pass the agent-required stages of a workflow: one without them asks for no provider.
  public func hasAssistant(for workflow: Workflow) throws(EngineError) -> Bool {
    guard workflow.stages.contains(where: \.isAgentRequired) else { return true }
    return try hasAssistant()
  }

  /// Whether any provider is configured and active.
  private func hasAssistant() throws(EngineError) -> Bool {
    let found = try first(
      "SELECT 1 FROM provider WHERE organization = $1 AND active = 1 LIMIT 1",
      [.integer(home.row)]
    ) { _ in true }
    return found ?? false
  }

  /// All settings of a provider, secrets included; to call it, and for nothing else.
  public func configuration(ofProvider row: Int64) throws(EngineError) -> [String: String] {
    let pairs = try query(
      "SELECT name, value FROM provider_setting WHERE provider = $1", [.integer(row)]
    ) { ($0.text(0), $0.text(1)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Adds a provider whose name is known to be free.
  public func insert(_ provider: Provider, config: [String: String]) throws(EngineError) {
    try run(
      """
      INSERT INTO provider (uuid, organization, name, type, active, created_at, updated_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7)
      """,
      [
        .id(provider.id), .integer(home.row), .text(provider.name), .text(provider.type),
        .int(provider.isActive ? 1 : 0), .time(provider.createdAt), .time(provider.updatedAt),
      ])
    try setConfiguration(config, ofProvider: database.lastInsertedRow)
  }

  /// Writes what may change of a provider.
  public func update(
    _ row: Int64, to provider: Provider, config: [String: String]
  ) throws(EngineError) {
    try run(
      "UPDATE provider SET name = $2, type = $3, active = $4, updated_at = $5 WHERE id = $1",
      [
        .integer(row), .text(provider.name), .text(provider.type), .int(provider.isActive ? 1 : 0),
        .time(provider.updatedAt),
      ])
    try setConfiguration(config, ofProvider: row)
  }

  /// Removes a provider with its settings.
  public func deleteProvider(_ row: Int64) throws(EngineError) {
    try setConfiguration([:], ofProvider: row)
    try run("DELETE FROM provider WHERE id = $1", [.integer(row)])
  }

  private func setConfiguration(
    _ config: [String: String], ofProvider row: Int64
  ) throws(EngineError) {
    try eraseWhatIsRemoved()
    try run("DELETE FROM provider_setting WHERE provider = $1", [.integer(row)])
    for (name, value) in config {
      try run(
        "INSERT INTO provider_setting (provider, name, value) VALUES ($1, $2, $3)",
        [.integer(row), .text(name), .text(value)])
    }
  }

  private static let selectProvider = """
    SELECT id, uuid, name, type, active, created_at, updated_at FROM provider

    """

  private static func bareProvider(_ row: Row) throws(SQLiteError) -> (Int64, Provider) {
    let provider = Provider(
      id: try row.id(1), name: row.text(2), type: row.text(3), settings: [:], secrets: [],
      isActive: row.int(4) == 1, createdAt: row.time(5), updatedAt: row.time(6))
    return (row.int64(0), provider)
  }

  /// A provider with what may be shown of its settings.
  private func describing(_ provider: Provider, _ row: Int64) throws(EngineError) -> Provider {
    var provider = provider
    let config = try configuration(ofProvider: row)
    provider.settings = config.filter { ProviderRules.shown.contains($0.key) }
    provider.secrets = config.keys.filter { !ProviderRules.shown.contains($0) }.sorted()
    return provider
  }
}
