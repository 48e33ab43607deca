/// One operation of the interface: what is asked, with what, and what is answered.
public struct Route: Hashable, Sendable {
  /// In which way names are written on the wire.
  public enum Dialect: Hashable, Sendable {
    /// `next_cursor`, as Alloy's guide has it.
    case snake
    /// `nextCursor`, as OpenIndex has it.
    case camel
  }

  /// An answer that says yes.
  public struct Success: Hashable, Sendable {
    /// Such as 201.
    public let status: Int
    /// What the body is; `nil` if there is none.
    public let body: Schema?
    /// The kind of the body.
    public let type: String

    /// An answer with its parts.
    public init(_ status: Int, _ body: Schema? = nil, type: String = "application/json") {
      self.status = status
      self.body = body
      self.type = type
    }
  }

  /// What programs call the operation, such as `createTicket`; the authorization table goes by it.
  public let name: String
  /// The method.
  public let method: Method
  /// The path.
  public let path: PathTemplate
  /// What it does, as a sentence.
  public let summary: String
  /// The heading under which it is described.
  public let tag: String
  /// What the query may hold; nothing else may.
  public let query: [QueryParameter]
  /// What the body must be; `nil` if there must be none.
  public let body: Schema?
  /// What is answered when it is done.
  public let successes: [Success]
  /// In which way names are written.
  public let dialect: Dialect
  /// Whether it changes nothing, although its method might.
  public let isReading: Bool

  /// A route with its parts.
  public init(
    _ name: String, _ method: Method, _ path: String, _ summary: String, tag: String,
    query: [QueryParameter] = [], body: Schema? = nil, _ successes: [Success],
    dialect: Dialect = .snake, isReading: Bool? = nil
  ) {
    self.name = name
    self.method = method
    self.path = PathTemplate(path)
    self.summary = summary
    self.tag = tag
    self.query = query
    self.body = body
    self.successes = successes
    self.dialect = dialect
    self.isReading = isReading ?? method.isReading
  }
}
