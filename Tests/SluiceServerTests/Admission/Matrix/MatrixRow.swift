import SluiceAPI
import SluiceCore

/// Who may send a request, said again: the tables of the server are what is tested.
struct MatrixRow: Sendable {
  enum Least: Hashable, Sendable {
    case anyone, signedIn
    case role(Role)

    static let viewer = Least.role(.viewer)
    static let reporter = Least.role(.reporter)
    static let member = Least.role(.member)
    static let admin = Least.role(.admin)
    static let owner = Least.role(.owner)
  }

  /// What holds beside the role.
  struct Conditions: OptionSet, Sendable {
    let rawValue: Int

    /// Members of a project alone are let into the organization, as viewers.
    static let guests = Conditions(rawValue: 1)
    /// It shows all of the organization, so that those of some projects are refused.
    static let wide = Conditions(rawValue: 2)
    /// It decides about people or tokens: nothing for an agent.
    static let noAgents = Conditions(rawValue: 4)
    /// Nothing for a token that is good for some projects only.
    static let noParts = Conditions(rawValue: 8)
    /// Only for who runs the server, with a token for that.
    static let server = Conditions(rawValue: 16)
    /// It tells of what is deleted too.
    static let past = Conditions(rawValue: 32)
    /// Nothing is told of whether it is there.
    static let always = Conditions(rawValue: 1_024)
    /// The role that counts is the one in the organization, although a project is named.
    static let inOrganization = Conditions(rawValue: 64)
    /// It is about a membership of the project alone, which not everyone has.
    static let ofGuests = Conditions(rawValue: 128)
    /// It only reads, although its method might change something.
    static let reads = Conditions(rawValue: 256)

    /// It acts in the caller's personal domain, which a token for other projects does not reach.
    static let inOwnDomain = Conditions(rawValue: 512)

    /// It hashes a password, which takes its time: for all but the first caller the password is no good, which is
    /// as much as to say that they have come in.
    static let hashing = Conditions(rawValue: 2_048)

    static let decides: Conditions = [.noAgents, .noParts]
  }

  enum Content: Sendable {
    case none
    case json(String)
    case change(@Sendable (MatrixNames) -> Change)
  }

  let route: String
  /// What is special about the request.
  let variant: String
  let least: Least
  /// What it names; the first is what it acts on.
  let subjects: [MatrixSubject]
  /// The lesser role that is told what is not there, where it may send other requests to the route.
  let entry: Role?
  let conditions: Conditions
  let query: String
  let content: Content
  /// What may be answered instead of a success, where a rule about the content stands against it.
  let rules: Set<Int>

  init(
    _ route: String, _ least: Least, of subjects: MatrixSubject...,
    when conditions: Conditions = [], query: String = "", body json: String? = nil,
    rules: Set<Int> = []
  ) {
    self.init(
      route, "", least, subjects, conditions, query, json.map(Content.json) ?? .none, rules,
      nil)
  }

  /// A request that is special.
  init(
    _ route: String, _ variant: String, _ least: Least, of subjects: MatrixSubject...,
    from entry: Role? = nil, when conditions: Conditions = [], query: String = "",
    body json: String? = nil,
    rules: Set<Int> = []
  ) {
    self.init(
      route, variant, least, subjects, conditions, query, json.map(Content.json) ?? .none, rules,
      entry)
  }

  /// A change of an engine, applied or only tried.
  init(
    change variant: String, _ least: Least, of subject: MatrixSubject,
    when conditions: Conditions = [], rules: Set<Int> = [], isPreview: Bool = false,
    _ change: @escaping @Sendable (MatrixNames) -> Change
  ) {
    self.init(
      isPreview ? "enginePreview" : "engineApply", variant, least,
      subject == .organization ? [.organization] : [subject, .organization],
      conditions.union(.guests).union(isPreview ? .reads : []), "", .change(change), rules, nil)
  }

  private init(
    _ route: String, _ variant: String, _ least: Least, _ subjects: [MatrixSubject],
    _ conditions: Conditions, _ query: String, _ content: Content, _ rules: Set<Int>, _ entry: Role?
  ) {
    self.entry = entry
    self.route = route
    self.variant = variant
    self.least = least
    self.subjects = subjects
    self.conditions = conditions
    self.query = query
    self.content = content
    self.rules = rules
  }

  /// All rows, in parts that can be gone through side by side.
  static let parts = [
    "Alloy": common + alloyPlaces + alloyPeople + alloyWork,
    "OpenIndex": domains + workItems + domainWorkflows + profile + audit + providers,
    "engine": engine + changes,
  ]

  static let all = parts.values.flatMap(\.self)

  var name: String { variant.isEmpty ? route : "\(route), \(variant)" }
}

/// What the subjects of a request are called.
struct MatrixNames: Sendable {
  var names: [MatrixSubject: String] = [:]
  /// What is no subject and yet differs from caller to caller or from place to place.
  var others: [String: String] = [:]

  subscript(_ subject: MatrixSubject) -> String { names[subject] ?? "-" }

  var project: ProjectReference { ProjectReference(self[.project]) ?? .id(.make()) }
  var ticket: TicketReference { TicketReference(self[.ticket]) ?? .id(.make()) }
  var workflow: WorkflowReference { WorkflowReference(self[.workflow]) }

  /// A text with the names in place of `<organization>` and the like.
  func filled(_ text: String) -> String {
    let parts = text.split(separator: "<", omittingEmptySubsequences: false)
    return parts.dropFirst().reduce(into: parts.first.map(String.init) ?? "") { filled, part in
      let name = String(part.prefix { $0 != ">" })
      filled += (MatrixSubject(rawValue: name).map { self[$0] } ?? others[name] ?? "-")
      filled += part.dropFirst(name.count + 1)
    }
  }
}
