internal import SluiceAPI
internal import SluiceCore

/// What handlers read of bodies and queries, beyond plain members.
extension Call {
  /// An object whose members are texts.
  func pairs(_ name: String) -> [String: String] {
    guard case .object(let members)? = member(name) else { return [:] }
    return members.compactMapValues { value in
      if case .string(let text) = value { text } else { nil }
    }
  }

  /// An object whose members are values of fields, as a person would type them; `null` takes one away.
  func fieldValues(_ name: String) -> [String: String?] {
    guard case .object(let members)? = member(name) else { return [:] }
    return members.mapValues { value in
      switch value {
      case .string(let text): text
      case .number: JSONPrinter.line(value)
      default: nil
      }
    }
  }

  /// How urgent, in any case; `nil` if the body does not say.
  func priority() throws(APIError) -> Priority? {
    try text("priority").map { (word) throws(APIError) in try Self.priority(word) }
  }

  /// How urgent a word of the query says.
  func priority(inQuery name: String) throws(APIError) -> Priority? {
    try text(inQuery: name).map { (word) throws(APIError) in try Self.priority(word) }
  }

  private static func priority(_ word: String) throws(APIError) -> Priority {
    if let priority = Priority(word) { return priority }
    let known = Priority.allCases.map(\.name)
    var error = APIError(
      .invalidValue(
        attribute: "priority",
        message: "A priority is \(known.joined(separator: ", ")), not “\(word)”."))
    error.details["known"] = .texts(known)
    throw error
  }

  /// When it should be done; `nil` if the body does not say, and a setting of nothing for `null`.
  func due() -> TicketEdit.Setting<CalendarDay>? {
    has("due") ? TicketEdit.Setting(text("due").flatMap { CalendarDay($0) }) : nil
  }

  /// Who is meant to do it.
  func target() -> ExecutionTarget? {
    text("execution_target").flatMap(ExecutionTarget.init(rawValue:))
  }

  /// The workflow that a member of the body names.
  func workflow(_ name: String) -> WorkflowReference? {
    text(name).map { WorkflowReference($0) }
  }

  /// Where tickets go whose statuses are no more.
  func statusMapping() -> StatusMapping {
    StatusMapping(pairs("mapping"), takesSuggestions: flag("map_suggested") ?? false)
  }

  /// The words that a search looks for.
  func words(inQuery name: String) -> [String] {
    (text(inQuery: name) ?? "").split(whereSeparator: \.isWhitespace).map(String.init)
  }
}

extension APIError {
  /// A rule that refused it.
  init(_ rejection: Rejection) {
    self.init(EngineError(rejection))
  }
}
