public import SluiceCore

/// What a call of an engine was answered with: JSON that says one value.
///
/// Each reading throws the first thing that is not as it should be, as an answer of another version may have.
public struct EngineAnswer: Hashable, Sendable {
  private let json: JSONValue

  /// An answer as it came.
  public init(_ bytes: [UInt8]) throws(WireFault) {
    do {
      json = try JSONReader.read(SourceText(bytes)).value
    } catch {
      throw WireFault("", "Line \(error.line), column \(error.column): \(error.message)")
    }
  }

  /// The failure of a call, as the whole body of a reply says it; `nil` if it is none of an engine's.
  public var failure: EngineError? {
    guard case .object(let members) = json, let error = members["error"] else { return nil }
    return try? EngineError(wire: error)
  }

  /// The code and the sentence of any failure, whoever refused; `nil` if the body says none.
  public var refusal: (code: String, message: String, nextStep: String?)? {
    guard case .object(let body) = json, case .object(let error)? = body["error"],
      case .string(let code)? = error["code"], case .string(let message)? = error["message"]
    else { return nil }
    guard case .string(let next)? = error["next_step"] else { return (code, message, nil) }
    return (code, message, next)
  }

  /// The organization.
  public func organization() throws(WireFault) -> Organization { try Organization(wire: json) }

  /// A page of projects.
  public func projects() throws(WireFault) -> Page<Project> { try Page(wire: json) }

  /// One project.
  public func project() throws(WireFault) -> Project { try Project(wire: json) }

  /// A page of workflows.
  public func workflows() throws(WireFault) -> Page<Workflow> { try Page(wire: json) }

  /// One workflow.
  public func workflow() throws(WireFault) -> Workflow { try Workflow(wire: json) }

  /// A board.
  public func board() throws(WireFault) -> Board { try Board(wire: json) }

  /// The board to begin with; `nil` if there is none.
  public func opening() throws(WireFault) -> Board? { try OpeningAnswer(wire: json).board }

  /// A slice of counting.
  public func countSlice() throws(WireFault) -> CountSlice { try CountSlice(wire: json) }

  /// A window of a column.
  public func window() throws(WireFault) -> CardWindow { try CardWindow(wire: json) }

  /// A page of tickets.
  public func tickets() throws(WireFault) -> Page<Ticket> { try Page(wire: json) }

  /// One ticket's page.
  public func ticket() throws(WireFault) -> TicketDetail { try TicketDetail(wire: json) }

  /// A page of history.
  public func events() throws(WireFault) -> Page<Event> { try Page(wire: json) }

  /// A page of providers.
  public func providers() throws(WireFault) -> Page<Provider> { try Page(wire: json) }

  /// One provider.
  public func provider() throws(WireFault) -> Provider { try Provider(wire: json) }

  /// What came of calling a provider.
  public func report() throws(WireFault) -> ProviderReport { try ProviderReport(wire: json) }

  /// People or labels.
  public func texts() throws(WireFault) -> [String] { try [String](wire: json) }

  /// What became of a change.
  public func receipt() throws(WireFault) -> Receipt { try Receipt(wire: json) }
}
