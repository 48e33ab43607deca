/// What is confirmed of a gate in one go; parts may be left out and follow later.
///
/// Source: design, faces: HTTP.
public struct GateAnswers: Hashable, Sendable {
  /// Whether the gate's text is accepted.
  public var isAcknowledged: Bool
  /// The keys of items to tick.
  public var checklist: [String]
  /// Values of fields by key, as a person typed them; `nil` takes one away.
  public var values: [String: String?]

  /// Answers with their parts; by default none.
  public init(
    isAcknowledged: Bool = false, checklist: [String] = [], values: [String: String?] = [:]
  ) {
    self.isAcknowledged = isAcknowledged
    self.checklist = checklist
    self.values = values
  }
}
