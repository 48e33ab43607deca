/// Who may call what: one row for each operation, by its name.
///
/// A route without a row, or a row without a route, keeps a server from starting.
public enum AccessTable {
  /// All rows.
  public static let rows: [String: Access] =
    [common, alloy, openIndex, engine]
    .reduce(into: [:]) { all, rows in all.merge(rows) { first, _ in first } }

  /// What both interfaces have in common.
  static let common: [String: Access] = [
    "health": .anyone,
    "openAPI": .anyone,
    "events": .signedIn,
    "register": .anyone,
    "login": .anyone,
    "refresh": .anyone,
    "logout": .signedIn,
    "me": .signedIn,
    "listAPIKeys": .signedIn,
    "createAPIKey": .signedIn,
    "deleteAPIKey": .signedIn,
  ]
}
