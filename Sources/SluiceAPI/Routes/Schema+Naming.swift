extension Schema {
  /// What names an organization: its id or its slug.
  public static let organizationName = named(by: "[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?")
  /// What names a project: its id or its key, in any case.
  public static let projectName = named(by: key)
  /// The key of a project as it is printed.
  static let projectKey = Schema.string(StringRule(pattern: "^[A-Z][A-Z0-9]{1,9}$"))
  /// What names a ticket: its id or its key, in any case.
  public static let ticketName = named(
    by: "\(key)-[1-9][0-9]{0,8}([.][1-9][0-9]{0,3})?")

  private static let key = "[A-Za-z][A-Za-z0-9]{1,9}"

  private static func named(by words: String) -> Schema {
    let id = "[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}"
    return .string(StringRule(pattern: "^(\(words)|\(id))$"))
  }

  /// A part of a path: one that begins with a dot, or has control characters, may mean something else to
  /// whoever passes it on.
  static let pathPart = Schema.string(
    StringRule(minimum: 1, pattern: "^[^\\x00-\\x1f\\x7f.][^\\x00-\\x1f\\x7f]*$"))
}

extension Route {
  /// What a parameter of the path may be, as far as that can be said.
  func schema(ofParameter name: String, _ access: Access) -> Schema {
    let place = access.place.flatMap { $0.name == name ? $0.kind : nil }
    switch (place, name) {
    case (.organization?, _): return .organizationName
    case (.project?, _), (nil, "project"): return .projectName
    case (.ticket?, _), (nil, "ticket"): return .ticketName
    case (.workflow?, _): return .id
    case (nil, "status"): return .string(Schema.StringRule(pattern: "^[0-9]{1,6}$"))
    default: return .pathPart
    }
  }
}
