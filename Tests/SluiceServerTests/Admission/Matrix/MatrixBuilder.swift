import Passwords
import SluiceAPI
import SluiceCore
import SluiceEngine

@testable import SluiceServer

/// Fills the file of the matrix.
final class MatrixBuilder {
  let server: TestServer
  private var directory: Directory { server.server.parts.directory }

  init(in folder: TemporaryFolder) throws {
    server = try TestServer(in: folder)
  }

  func known<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw TestFault.refused }
    return value
  }

  func account(_ name: String) throws -> MatrixWorld.Account {
    let person = try server.person(name.replacing(" ", with: "-"))
    if name.hasPrefix("who runs") { try server.makeAdministrator(person.handle) }
    let tokens = try [AccessToken.Kind.apiKey, .personal].map { kind in
      "\(try directory.make(draft(kind, person.id)).token.id)"
    }
    if name == "owner" {
      try directory.setPasswordHash(Passwords.hash(of: MatrixWorld.password), of: person.id)
    }
    let code = "slu_in_" + person.handle
    _ = try directory.add(
      InvitationDraft(
        expiresAt: server.server.parts.now().advanced(bySeconds: 3_600), createdBy: person.id),
      digest: Secrets.digest(of: code))
    return MatrixWorld.Account(
      person: person, apiKey: tokens[0], personalToken: tokens[1],
      refreshToken: try directory.make(draft(.refresh, person.id)).secret, code: code)
  }

  private func draft(
    _ kind: AccessToken.Kind, _ account: Account.ID, _ scope: AccessToken.Scope = .admin,
    projects: [Project.ID]? = nil, agent: String? = nil, seconds: Int64 = 3_600
  ) -> AccessTokenDraft {
    AccessTokenDraft(
      kind: kind, account: account, scope: scope, projects: projects, agent: agent,
      expiresAt: server.server.parts.now().advanced(bySeconds: seconds))
  }

  /// Gives a caller their roles.
  func admit(_ caller: MatrixCaller, _ person: Person, _ half: MatrixWorld.Half) throws {
    guard caller.entry == .login else { return }
    if let role = caller.organization, role < .owner {
      try directory.setRole(
        role, of: person.id, in: try known(Organization.ID(half.names[.organization] ?? "")))
    }
    guard caller.isGuest, let role = caller.project else { return }
    for subject in [MatrixSubject.project, .emptyProject] {
      try directory.setProjectRole(
        role, of: person.id, in: try known(Project.ID(half.names[subject] ?? "")))
    }
  }

  /// The token with which a caller comes.
  func token(
    _ caller: MatrixCaller, _ person: Person, _ half: MatrixWorld.Half
  ) throws -> String? {
    let draft: AccessTokenDraft
    switch caller.entry {
    case .nothing: return nil
    case .madeUp: return "slu_at_made-up"
    case .login: return person.token
    case .expired: draft = self.draft(.session, person.id, seconds: 0)
    case .run: draft = self.draft(.agentRun, person.id, agent: "claude-1")
    case .reading: draft = self.draft(.apiKey, person.id, .read)
    case .working: draft = self.draft(.personal, person.id, .readWrite)
    case .anotherProject:
      let side = try known(Project.ID(half.others["side"] ?? ""))
      draft = self.draft(.apiKey, person.id, projects: [side])
    case .theseProjects:
      let projects = try [MatrixSubject.project, .emptyProject].map {
        try known(Project.ID(half.names[$0] ?? ""))
      }
      draft = self.draft(.apiKey, person.id, projects: projects)
    case .revoked:
      let fresh = try directory.make(self.draft(.session, person.id))
      try directory.revoke(fresh.token.id, of: person.id)
      return fresh.secret
    }
    return try directory.make(draft).secret
  }
}
