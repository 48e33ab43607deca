/// Why an engine did not do what was asked; nothing was changed.
public struct EngineError: Error, Hashable, Sendable {
  /// The kind of failure, for programs.
  public enum Code: String, Hashable, Sendable {
    /// There is no such thing.
    case notFound = "NOT_FOUND"
    /// Something changed meanwhile, or is in the way.
    case conflict = "CONFLICT"
    /// A rule refused it; `rejection` or `faults` says which.
    case refused = "VALIDATION_ERROR"
    /// The request makes no sense, whatever the state.
    case invalid = "INVALID_REQUEST"
    /// The file or server cannot be used now; trying again may help.
    case unavailable = "UNAVAILABLE"
    /// The disk is full, or reading or writing failed.
    case storage = "STORAGE"
    /// The file may not be read or written.
    case permission = "PERMISSION"
    /// The caller had it stopped before it was done.
    case interrupted = "INTERRUPTED"
    /// The file is not one that this version can use.
    case unusableFile = "UNUSABLE_FILE"
  }

  /// The kind of failure.
  public let code: Code
  /// One sentence for a person: what failed and why.
  public let message: String
  /// The next step that would help, as a sentence.
  public let nextStep: String?
  /// The rule that refused it.
  public let rejection: Rejection?
  /// The problems of a workflow definition.
  public let faults: [WorkflowFault]
  /// The ticket as it is now, where a conflict is about one.
  public let current: Ticket?
  /// What kind of thing there is none of: `project`, `workflow` or `ticket`.
  public let missing: String?
  /// The tickets that a change of workflow would leave in a status that is no more.
  public let stranded: [StatusShift]
  /// The projects that use what was to be removed.
  public let users: [ProjectKey]
  /// What became of each ticket of a set that was refused as a whole.
  public let results: [TicketResult]

  /// A failure with its parts.
  public init(
    _ code: Code, _ message: String, nextStep: String? = nil, rejection: Rejection? = nil,
    faults: [WorkflowFault] = [], current: Ticket? = nil, missing: String? = nil,
    stranded: [StatusShift] = [], users: [ProjectKey] = [], results: [TicketResult] = []
  ) {
    self.code = code
    self.message = message
    self.nextStep = nextStep
    self.rejection = rejection
    self.faults = faults
    self.current = current
    self.missing = missing
    self.stranded = stranded
    self.users = users
    self.results = results
  }
}

extension EngineError {
  /// A refusal by a rule.
  public init(_ rejection: Rejection) {
    self.init(
      rejection.isConflict ? .conflict : .refused, rejection.message,
      nextStep: rejection.nextStep, rejection: rejection)
  }

  /// A refused workflow definition, with all its problems.
  public init(_ faults: WorkflowFaults) {
    let count = faults.faults.count
    self.init(
      .refused, "The workflow definition has \(count == 1 ? "a fault" : "\(count) faults").",
      nextStep: "Correct what is listed; nothing was changed.", faults: faults.faults)
  }

  /// Something that does not exist.
  public static func notFound(_ what: String, _ name: String, nextStep: String? = nil)
    -> EngineError
  {
    EngineError(
      .notFound, "There is no \(what) “\(name)”.", nextStep: nextStep, missing: what)
  }

  /// Something that does not exist, with what was probably meant, else the first that do.
  public static func notFound(
    _ what: String, _ name: String, among known: [String]
  ) -> EngineError {
    notFound(what, name, nextStep: suggestion(for: name, what, among: known))
  }

  private static func suggestion(
    for name: String, _ what: String, among known: [String]
  ) -> String {
    if let near = nearest(to: name, among: known) { return "Did you mean “\(near)”?" }
    guard let first = known.first else { return "There are no \(what)s yet." }
    guard known.count > 1 else { return "There is only “\(first)”." }
    let more = known.count > listedNames ? ", …" : ""
    return "There are " + known.prefix(listedNames).joined(separator: ", ") + more
      + (more.isEmpty ? "." : "")
  }

  private static let listedNames = 10
}
