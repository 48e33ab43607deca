public import SluiceCore

extension TicketResult {
  /// What became of the ticket, in one word, and why it was refused if it was.
  public var json: JSONValue {
    var members: [String: JSONValue] = [
      "key": .string(key.description), "status": .optional(status.isEmpty ? nil : status),
      "warnings": .texts(warnings),
    ]
    switch ending {
    case .changed: members["outcome"] = .string("changed")
    case .unchanged: members["outcome"] = .string("unchanged")
    case .refused(let error):
      members["outcome"] = .string("refused")
      members["error"] = .object([
        "code": .string(error.rejection?.code ?? error.code.rawValue),
        "message": .string(error.message),
      ])
    }
    return .object(members)
  }
}
