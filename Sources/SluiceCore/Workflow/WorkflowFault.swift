/// One problem of a workflow definition, with its place.
public struct WorkflowFault: Hashable, Sendable {
  /// Where it stands, as a path into the definition: `transitions[2].to`.
  public let place: String
  /// What is wrong and what was expected, as one sentence.
  public let message: String

  /// A problem at a place.
  public init(_ place: String, _ message: String) {
    self.place = place
    self.message = message
  }
}

extension WorkflowFault: CustomStringConvertible {
  /// `place: message`.
  public var description: String {
    "\(place): \(message)"
  }
}

/// All problems of a definition that was refused; never empty.
///
/// Source: rule 1.
public struct WorkflowFaults: Error, Hashable, Sendable {
  /// In the order of the definition.
  public let faults: [WorkflowFault]

  /// The problems found, in any order.
  public init(_ faults: [WorkflowFault]) {
    self.faults = Self.ordered(faults)
  }
}
