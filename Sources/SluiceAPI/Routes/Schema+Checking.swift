public import SluiceCore

extension Schema {
  /// Everything about a value that is not as it should be, each with its place.
  ///
  /// - Parameters:
  /// - value: What came.
  /// - place: Where it stands, such as `transitions[2].to`; empty for the whole.
  /// - schemas: What references lead to.
  public func faults(
    in value: JSONValue, at place: String = "", _ schemas: [String: Schema]
  ) -> [WireFault] {
    switch self {
    case .any: return []
    case .described(let schema, _): return schema.faults(in: value, at: place, schemas)
    case .nullable(let schema):
      return value == .null ? [] : schema.faults(in: value, at: place, schemas)
    case .reference(let name): return schemas[name]?.faults(in: value, at: place, schemas) ?? []
    case .array(let element, let maximum):
      return Self.faults(inList: value, of: element, maximum, at: place, schemas)
    case .object(let rule): return rule.faults(in: value, at: place, schemas)
    case .string, .integer, .number, .boolean:
      return fault(ofPlain: value).map { [WireFault(place, $0)] } ?? []
    }
  }

  /// What is wrong with a value that has no parts.
  private func fault(ofPlain value: JSONValue) -> String? {
    switch (self, value) {
    case (.string(let rule), .string(let text)): rule.fault(in: text)
    case (.integer(let range), .number(let number)):
      Int(exactly: number).map(range.contains) == true
        ? nil : "Expected a whole number from \(range.lowerBound) to \(range.upperBound)."
    case (.number, .number), (.boolean, .bool): nil
    default: "Expected \(kind), found \(value.kind)."
    }
  }

  private var kind: String {
    switch self {
    case .string: "a text"
    case .integer: "a whole number"
    case .number: "a number"
    case .boolean: "true or false"
    default: "something else"
    }
  }

  private static func faults(
    inList value: JSONValue, of element: Schema, _ maximum: Int?, at place: String,
    _ schemas: [String: Schema]
  ) -> [WireFault] {
    guard case .array(let values) = value else {
      return [WireFault(place, "Expected a list, found \(value.kind).")]
    }
    if let maximum, values.count > maximum {
      return [WireFault(place, "Expected at most \(maximum) values, found \(values.count).")]
    }
    return values.enumerated().flatMap { index, value in
      element.faults(in: value, at: "\(place)[\(index)]", schemas)
    }
  }
}

extension Schema.StringRule {
  /// What is wrong with a text, as a sentence.
  func fault(in text: String) -> String? {
    if !values.isEmpty, !values.contains(text) {
      let near = nearest(to: text, among: values).map { " Did you mean “\($0)”?" } ?? ""
      return "Expected one of \(values.joined(separator: ", ")), found “\(text)”.\(near)"
    }
    let count = text.unicodeScalars.count
    if count < minimum {
      return minimum == 1
        ? "Expected a text, found an empty one." : "Expected at least \(minimum) characters."
    }
    if let maximum, count > maximum {
      return "Expected at most \(maximum) characters, found \(count)."
    }
    switch format {
    case .uuid where Identifier<Schema>(text) == nil: return "“\(text)” is not an id."
    case .date where CalendarDay(text) == nil: return "“\(text)” is not a day like 2026-03-01."
    default: return nil
    }
  }
}

extension Schema.ObjectRule {
  func faults(
    in value: JSONValue, at place: String, _ schemas: [String: Schema]
  ) -> [WireFault] {
    guard case .object(let found) = value else {
      return [WireFault(place, "Expected an object, found \(value.kind).")]
    }
    var faults: [WireFault] = []
    for member in members {
      let inner = place.isEmpty ? member.name : "\(place).\(member.name)"
      if let value = found[member.name] {
        faults += member.schema.faults(in: value, at: inner, schemas)
      } else if member.isRequired {
        faults.append(WireFault(inner, "This is missing."))
      }
    }
    if let fault = choice?.fault(in: found) { faults.append(WireFault(place, fault)) }
    let names = members.map(\.name)
    for (name, value) in found.sorted(by: { $0.key < $1.key }) where !names.contains(name) {
      let inner = place.isEmpty ? name : "\(place).\(name)"
      if let others {
        faults += others.faults(in: value, at: inner, schemas)
      } else {
        faults.append(WireFault(inner, Self.unknown(among: names, name)))
      }
    }
    return faults
  }

  private static func unknown(among names: [String], _ name: String) -> String {
    if let near = nearest(to: name, among: names) {
      return "This is not known here; did you mean “\(near)”?"
    }
    return names.isEmpty
      ? "This is not known here."
      : "This is not known here; known are \(names.joined(separator: ", "))."
  }
}

extension Schema.Choice {
  /// What is wrong with the members that are there, as a sentence.
  func fault(in found: [String: JSONValue]) -> String? {
    switch self {
    case .exactlyOne(let names):
      let count = names.count { found[$0] != nil }
      return count == 1
        ? nil : "Expected one of \(names.joined(separator: ", ")), found \(count) of them."
    case .atLeastOne(let names):
      return names.contains { found[$0] != nil }
        ? nil : "Expected \(names.joined(separator: " or "))."
    }
  }
}
