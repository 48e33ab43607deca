public import SluiceCore

/// How the members of a workflow's definition are called in the two ways of writing names.
///
/// Source: design, faces: HTTP.
enum DefinitionNames {
  /// Only those that differ.
  private static let pairs = [
    ("wip_limit", "wipLimit"), ("agent_required", "agentRequired"),
    ("required_fields", "requiredFields"), ("created_at", "createdAt"),
    ("updated_at", "updatedAt"), ("map_suggested", "mapSuggested"),
    ("expected_revision", "expectedRevision"),
  ]

  static let camel = Dictionary(pairs) { first, _ in first }
  static let snake = Dictionary(pairs.map { ($1, $0) }) { first, _ in first }
}

extension JSONValue {
  /// A definition, or a part of one, with its members called as on OpenIndex's routes.
  ///
  /// Only names of members change: what people wrote is never one of them.
  public var camelDefinition: JSONValue {
    renamed(by: DefinitionNames.camel)
  }

  /// A definition, or a part of one, with its members called as in files and under `/api/v1`.
  public var snakeDefinition: JSONValue {
    renamed(by: DefinitionNames.snake)
  }

  private func renamed(by names: [String: String]) -> JSONValue {
    switch self {
    case .array(let values): .array(values.map { $0.renamed(by: names) })
    case .object(let members):
      .object(
        Dictionary(
          members.map { (names[$0.key] ?? $0.key, $0.value.renamed(by: names)) }
        ) { first, _ in first })
    case .null, .bool, .number, .string: self
    }
  }
}

extension WorkflowFault {
  /// The problem with its place called as on OpenIndex's routes: `statuses[0].wipLimit`.
  public var camel: WorkflowFault {
    let parts = place.split(separator: ".", omittingEmptySubsequences: false).map { part in
      let name = part.prefix { $0 != "[" }
      return (DefinitionNames.camel[String(name)] ?? String(name)) + part.dropFirst(name.count)
    }
    return WorkflowFault(parts.joined(separator: "."), message)
  }
}

extension Workflow {
  /// The workflow with its members called as on OpenIndex's routes.
  public var camelJSON: JSONValue {
    json.camelDefinition
  }
}

extension Schema {
  /// What a definition, or a part of one, may be with its members called as on OpenIndex's routes.
  public var camelDefinition: Schema {
    switch self {
    case .array(let element, let maximum): .array(element.camelDefinition, maximum: maximum)
    case .object(let rule):
      .object(
        ObjectRule(rule.members.map(\.camelDefinition), others: rule.others?.camelDefinition))
    case .nullable(let schema): .nullable(schema.camelDefinition)
    case .described(let schema, let text): .described(schema.camelDefinition, text)
    case .any, .string, .integer, .number, .boolean, .reference: self
    }
  }
}

extension Schema.Member {
  /// The member as it is called on OpenIndex's routes.
  public var camelDefinition: Schema.Member {
    Schema.Member(
      name: DefinitionNames.camel[name] ?? name, schema: schema.camelDefinition,
      isRequired: isRequired)
  }
}
