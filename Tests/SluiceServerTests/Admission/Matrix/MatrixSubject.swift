import SluiceCore

/// What a request of the matrix may name, in its path, its query or its body.
enum MatrixSubject: String, CaseIterable, Hashable, Sendable {
  case organization
  case project, emptyProject
  case ticket, claimed, reported
  case workflow, spareWorkflow
  case member, projectMember
  case invite, label, field
  case apiKey, personalToken
  case provider

  /// Whose roles count for it.
  enum Place: Hashable, Sendable {
    case organization, project
    /// No one's: what it names is the caller's, or the server's.
    case none
  }

  var place: Place {
    switch self {
    case .organization, .workflow, .spareWorkflow, .member, .invite: .organization
    case .project, .emptyProject, .ticket, .claimed, .reported, .projectMember, .label: .project
    case .field: .organization
    case .apiKey, .personalToken, .provider: .none
    }
  }

  /// The parameters of paths that may name it.
  var parameters: Set<String> {
    switch self {
    case .organization: ["org"]
    case .project, .emptyProject: ["project", "id"]
    case .ticket, .claimed, .reported: ["ticket", "key"]
    case .workflow, .spareWorkflow: ["workflow", "id"]
    case .member, .projectMember: ["account", "userId"]
    case .invite: ["invite"]
    case .label: ["label"]
    case .field: ["fieldId"]
    case .apiKey: ["key"]
    case .personalToken, .provider: ["id"]
    }
  }

  /// A name of that kind that names nothing at all.
  var unknown: String {
    switch self {
    case .label: "nowhere"
    case .field: "nothing"
    default: "\(Ticket.ID.make())"
    }
  }

  /// A key of that kind that names nothing; of a ticket, one in the project that is meant.
  var unknownKey: String? {
    switch self {
    case .organization: "no-such-place"
    case .project, .emptyProject: "NONE"
    case .ticket, .claimed, .reported: "OPS-999"
    default: nil
    }
  }
}
