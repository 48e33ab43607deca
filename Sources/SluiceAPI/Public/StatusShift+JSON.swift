public import SluiceCore

extension StatusShift {
  /// Project, statuses and count.
  public var json: JSONValue {
    .object([
      "project": .string(project.text), "from": .string(from), "to": .optional(to),
      "count": .integer(count),
    ])
  }
}
