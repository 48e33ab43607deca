public import SluiceCore

extension Schema {
  /// The schema in the words of JSON Schema 2020-12.
  public var json: JSONValue {
    .object(members)
  }

  private var members: [String: JSONValue] {
    switch self {
    case .any: [:]
    case .string(let rule): rule.members
    case .integer(let range):
      [
        "type": .string("integer"), "minimum": .integer(range.lowerBound),
        "maximum": .integer(range.upperBound),
      ]
    case .number: ["type": .string("number")]
    case .boolean: ["type": .string("boolean")]
    case .array(let element, let maximum):
      ["type": .string("array"), "items": element.json]
        .merging(maximum.map { ["maxItems": .integer($0)] } ?? [:]) { first, _ in first }
    case .object(let rule): rule.printed
    case .nullable(let schema): schema.nullableMembers
    case .reference(let name): ["$ref": .string("#/components/schemas/\(name)")]
    case .described(let schema, let text):
      schema.members.merging(["description": .string(text)]) { $1 }
    }
  }

  private var nullableMembers: [String: JSONValue] {
    var members = members
    if case .string(let type)? = members["type"], members["enum"] == nil {
      members["type"] = .texts([type, "null"])
      return members
    }
    return self == .any ? [:] : ["anyOf": .array([json, .object(["type": .string("null")])])]
  }
}

extension Schema.StringRule {
  fileprivate var members: [String: JSONValue] {
    var members: [String: JSONValue] = ["type": .string("string")]
    if let format { members["format"] = .string(format.rawValue) }
    if !values.isEmpty { members["enum"] = .texts(values) }
    if minimum > 0 { members["minLength"] = .integer(minimum) }
    if let maximum { members["maxLength"] = .integer(maximum) }
    if let pattern { members["pattern"] = .string(pattern) }
    return members
  }
}

extension Schema.ObjectRule {
  fileprivate var printed: [String: JSONValue] {
    var printed: [String: JSONValue] = ["type": .string("object")]
    if !members.isEmpty {
      printed["properties"] = .object(
        Dictionary(members.map { ($0.name, $0.schema.json) }) { first, _ in first })
    }
    let required = members.filter(\.isRequired).map(\.name)
    if !required.isEmpty { printed["required"] = .texts(required) }
    switch choice {
    case .exactlyOne(let names)?: printed["oneOf"] = Self.requiring(names)
    case .atLeastOne(let names)?: printed["anyOf"] = Self.requiring(names)
    case nil: break
    }
    switch others {
    case nil: printed["additionalProperties"] = .bool(false)
    case .any?: break
    case let schema?: printed["additionalProperties"] = schema.json
    }
    return printed
  }

  private static func requiring(_ names: [String]) -> JSONValue {
    .array(names.map { .object(["required": .texts([$0])]) })
  }
}
