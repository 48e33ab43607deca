extension Schema {
  /// The names of all schemas that this one refers to directly.
  var references: Set<String> {
    switch self {
    case .reference(let name): [name]
    case .array(let schema, _), .nullable(let schema), .described(let schema, _):
      schema.references
    case .object(let rule):
      (rule.members.map(\.schema) + [rule.others].compactMap(\.self))
        .reduce(into: []) { $0.formUnion($1.references) }
    case .any, .string, .integer, .number, .boolean: []
    }
  }

  /// The schema itself, without words and references around it.
  func resolved(_ schemas: [String: Schema]) -> Schema? {
    var schema: Schema? = self
    // A reference that leads back to itself leads nowhere.
    for _ in 0...schemas.count {
      switch schema {
      case .reference(let name)?: schema = schemas[name]
      case .described(let inner, _)?: schema = inner
      default: return schema
      }
    }
    return nil
  }
}
