internal import SluiceCore

/// Who sends a request.
struct Caller: Hashable, Sendable {
  /// Whose account it is; `nil` for someone who is not signed in.
  var account: Account?
  /// The token with which they came; `nil` for a user of this machine on the Unix socket.
  var token: AccessToken?
  /// The agent that acts for that person, if one does.
  var agent: String?

  static let anonymous = Caller()

  var isSignedIn: Bool {
    account != nil
  }

  /// Whether they may do now what is beyond any one organization.
  var isInstanceAdmin: Bool {
    account?.isInstanceAdmin == true && scope == .admin && token?.kind != .agentRun
  }

  /// How much they may do of what their account may.
  var scope: AccessToken.Scope {
    token?.scope ?? .admin
  }

  /// Who history says did it.
  var actor: Actor {
    Actor(name: account?.handle ?? "", agent: agent)
  }

  /// Whether a token is good for a project.
  func reaches(_ project: Project.ID) -> Bool {
    token?.projects?.contains(project) ?? true
  }
}
