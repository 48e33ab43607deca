public import SluiceCore

extension EngineError {
  /// The failure as the member `error` of a reply: code, sentence, next step and details for any program, and
  /// under `cause` what an engine at the other end needs to have the same failure.
  ///
  /// The reply may hold a `next_command` besides. Source: rule 11.
  public var wire: JSONValue {
    wireJSON.adding(["details": .object(details)])
  }

  /// Reads the member `error` of a reply; throws if it does not come from an engine.
  public init(wire json: JSONValue) throws(WireFault) {
    var parts = try WireObject(json)
    try self.init(parts: &parts)
    try parts.end()
  }
}

extension EngineError: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    let word: String = try parts.read("code")
    guard let code = Code(rawValue: word) else {
      throw WireFault("code", "“\(word)” is not a failure of an engine.")
    }
    _ = parts.take("details")
    _ = parts.take("next_command")
    let message: String = try parts.read("message")
    let nextStep: String? = try parts.optional("next_step")
    let cause: Cause = try parts.read("cause", else: Cause())
    self.init(
      code, message, nextStep: nextStep, rejection: cause.rejection, faults: cause.faults,
      current: cause.current, missing: cause.missing, stranded: cause.stranded,
      users: cause.users, results: cause.results)
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("code", code.rawValue)
    writer.member("message", message)
    writer.member("next_step", nextStep)
    writer.member("cause", Cause(self))
  }
}

/// What a failure carries beyond words.
private struct Cause: WireRecord {
  var rejection: Rejection?
  var faults: [WorkflowFault] = []
  var current: Ticket?
  var missing: String?
  var stranded: [StatusShift] = []
  var users: [ProjectKey] = []
  var results: [TicketResult] = []

  init() {}

  init(_ error: EngineError) {
    rejection = error.rejection
    faults = error.faults
    current = error.current
    missing = error.missing
    stranded = error.stranded
    users = error.users
    results = error.results
  }

  init(parts: inout WireObject) throws(WireFault) {
    rejection = try parts.optional("rejection")
    faults = try parts.read("faults", else: [])
    current = try parts.optional("current")
    missing = try parts.optional("missing")
    stranded = try parts.read("stranded", else: [])
    users = try parts.read("users", else: [])
    results = try parts.read("results", else: [])
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("rejection", rejection)
    writer.member("faults", unlessEmpty: faults)
    writer.member("current", current)
    writer.member("missing", missing)
    writer.member("stranded", unlessEmpty: stranded)
    writer.member("users", unlessEmpty: users)
    writer.member("results", unlessEmpty: results)
  }
}

extension WorkflowFault: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(try parts.read("place"), try parts.read("message"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("place", place)
    writer.member("message", message)
  }
}
