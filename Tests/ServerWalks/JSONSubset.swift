package import SluiceCore

extension JSONValue {
  /// Reads a literal of a test.
  package init(literal text: String) {
    self = (try? JSONReader.read(SourceText(text)).value) ?? .string("no JSON: \(text)")
  }

  /// The first place where another value lacks what this one prints; `"..."` stands for anything.
  ///
  /// A list of wildcards is a list of any length of values of that shape, and not empty.
  package func difference(from other: JSONValue, at place: String = "$") -> String? {
    switch (self, other) {
    case (.string("..."), _): return nil
    case (.object(let members), .object(let others)):
      for (name, value) in members.sorted(by: { $0.key < $1.key }) {
        guard let found = others[name] else { return "\(place).\(name) is missing" }
        if let difference = value.difference(from: found, at: "\(place).\(name)") {
          return difference
        }
      }
      return nil
    case (.array(let values), .array(let others)):
      if let shape = values.first, values.count == 1, shape.isWildcard {
        if others.isEmpty { return "\(place) is empty" }
        return others.lazy.compactMap { shape.difference(from: $0, at: "\(place)[*]") }.first
      }
      guard values.count == others.count else {
        return "\(place) has \(others.count) values, not \(values.count)"
      }
      return zip(values, others).enumerated().lazy.compactMap { index, pair in
        pair.0.difference(from: pair.1, at: "\(place)[\(index)]")
      }.first
    default:
      return self == other
        ? nil : "\(place) is \(JSONPrinter.line(other)), not \(JSONPrinter.line(self))"
    }
  }

  private var isWildcard: Bool {
    guard case .object(let members) = self else { return self == .string("...") }
    return members.values.allSatisfy { $0 == .string("...") }
  }

  /// The text to which a path such as `error.code` or `items.0.key` leads; `nil` where it ends, and for null.
  package func text(at path: String) -> String? {
    var value = self
    for step in path.split(separator: ".") {
      switch value {
      case .object(let members):
        guard let next = members[String(step)] else { return nil }
        value = next
      case .array(let values):
        guard let index = Int(step), values.indices ~= index else { return nil }
        value = values[index]
      default: return nil
      }
    }
    switch value {
    case .string(let text): return text
    case .null: return nil
    default: return JSONPrinter.line(value)
    }
  }
}
