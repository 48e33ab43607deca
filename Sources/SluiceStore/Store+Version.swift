internal import SQLite

extension Store {
  /// The version of the schema that every open file has.
  public static let schemaVersion = Schema.migrations.map(\.version).max() ?? 0
}
