internal import SluiceCore

/// Who sends a request.
struct Caller: Hashable, Sendable {
  /// Whose account it is; `nil` for someone who is not signed in.
  var account: Account?
  /// The token with which they came; `nil` for a user of this machine on the Unix socket.
  var token: AccessToken?

  static let anonymous = Caller()

  var isSignedIn: Bool {
    account != nil
  }

  /// Whether they may do now what is beyond any one organization.
  var isInstanceAdmin: Bool {
    account?.isInstanceAdmin == true && scope == .admin
  }

  /// How much they may do of what their account may.
  var scope: AccessToken.Scope {
    guard let token else { return .admin }
    return token.kind == .agentRun && token.scope == .admin ? .readWrite : token.scope
  }

  /// Who history says did it.
  var actor: Actor {
    Actor(name: account?.handle ?? "", agent: token?.agent)
  }

  /// Whether a token is good for a project.
  func reaches(_ project: Project.ID) -> Bool {
    token?.projects?.contains(project) ?? true
  }
}
