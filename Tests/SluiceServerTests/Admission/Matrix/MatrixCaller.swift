import SluiceCore

/// Someone who asks, and what they are in the organization `acme` of the matrix and in its projects.
struct MatrixCaller: Hashable, Sendable {
  /// How they come in.
  enum Entry: Hashable, Sendable {
    /// With no token, or with one that is worth nothing.
    case nothing, expired, revoked, madeUp
    /// With the token of a login.
    case login
    /// With the token of an agent's run.
    case run
    /// With a key for reading, or for all but the server.
    case reading, working
    /// With a key for the projects that are asked about, or for one that nobody asks about.
    case theseProjects, anotherProject
  }

  let name: String
  let entry: Entry
  /// Whose account it is, where several tokens are of one.
  let account: String
  /// The role in the organization.
  let organization: Role?
  /// The higher of the roles in its projects: who only reports in the organization looks on in them.
  let project: Role?
  /// Whether they own the other organization, `zeta`.
  let ownsOther: Bool
  let runsServer: Bool

  init(
    _ name: String, _ organization: Role? = nil, inProject project: Role? = nil,
    entry: Entry = .login, account: String? = nil, ownsOther: Bool = false,
    runsServer: Bool = false
  ) {
    self.name = name
    self.organization = organization
    self.project = project
    self.entry = entry
    self.account = account ?? name
    self.ownsOther = ownsOther
    self.runsServer = runsServer
  }

  static let all = [
    MatrixCaller("anonymous", entry: .nothing),
    MatrixCaller("expired", .owner, inProject: .owner, entry: .expired, account: "owner"),
    MatrixCaller("revoked", .owner, inProject: .owner, entry: .revoked, account: "owner"),
    MatrixCaller("made up", entry: .madeUp),
    MatrixCaller("viewer", .viewer, inProject: .viewer),
    MatrixCaller("reporter", .reporter, inProject: .viewer),
    MatrixCaller("member", .member, inProject: .member),
    MatrixCaller("admin", .admin, inProject: .admin),
    MatrixCaller("owner", .owner, inProject: .owner),
    MatrixCaller("reporter of the projects", inProject: .reporter),
    MatrixCaller("member of the projects", inProject: .member),
    MatrixCaller("admin of the projects", inProject: .admin),
    MatrixCaller("owner of another organization", ownsOther: true),
    MatrixCaller("agent of a member", .member, inProject: .member, entry: .run, account: "member"),
    MatrixCaller("agent of the owner", .owner, inProject: .owner, entry: .run, account: "owner"),
    MatrixCaller("key to read", .owner, inProject: .owner, entry: .reading, account: "owner"),
    MatrixCaller(
      "key of the projects", .viewer, inProject: .owner, entry: .theseProjects, account: "owner"),
    MatrixCaller("key of another project", .viewer, entry: .anotherProject, account: "owner"),
    MatrixCaller("who runs the server", runsServer: true),
    MatrixCaller("agent of who runs it", entry: .run, account: "who runs the server"),
    MatrixCaller("key of who runs it", entry: .working, account: "who runs the server"),
  ]

  var isSignedIn: Bool {
    ![.nothing, .expired, .revoked, .madeUp].contains(entry)
  }

  var isAgent: Bool { entry == .run }

  /// Whether they see some projects of the organization and not all of it.
  var isGuest: Bool { organization == nil && project != nil }

  /// Whether the token is good for some projects only.
  var isPart: Bool { entry == .theseProjects || entry == .anotherProject }
}
