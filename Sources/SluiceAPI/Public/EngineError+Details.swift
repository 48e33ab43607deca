public import SluiceCore

extension EngineError {
  /// What programs need in order to react: of a rule its parts, and the things that are in the way.
  ///
  /// Source: rule 11.
  public var details: [String: JSONValue] {
    var details = rejection?.details ?? [:]
    if !faults.isEmpty {
      details["faults"] = .array(
        faults.map {
          .object(["place": .string($0.place), "message": .string($0.message)])
        })
    }
    if !stranded.isEmpty { details["stranded"] = .array(stranded.map(\.json)) }
    if !results.isEmpty { details["items"] = .array(results.map(\.json)) }
    if !users.isEmpty { details["projects"] = .texts(users.map(\.text)) }
    if let current = current {
      details["current"] = .object([
        "id": .string(current.id.description), "key": .string(current.key.description),
        "version": .integer(current.version),
      ])
    }
    return details
  }
}
