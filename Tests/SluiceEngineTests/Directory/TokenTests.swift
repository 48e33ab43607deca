import SluiceCore
import SluiceEngine
import Testing

@Suite struct TokenTests {
  private let registry: Registry
  private let ann: Account
  private let bob: Account
  private var directory: Directory { registry.directory }

  init() throws {
    registry = try Registry()
    ann = try registry.account("ann")
    bob = try registry.account("bob")
  }

  private func failure(_ body: () throws -> some Any) throws -> EngineError {
    try #require(throws: EngineError.self) { _ = try body() }
  }

  @Test func `A token is found by its digest, with whose it is`() throws {
    let draft = AccessTokenDraft(
      kind: .agentRun, account: ann.id, name: "night run", scope: .read,
      projects: [.make(), .make()], agent: "bot", login: .make(),
      expiresAt: registry.clock.now.advanced(bySeconds: 60))
    let token = try directory.add(draft, digest: registry.digest(1))
    #expect(token.projects == draft.projects)
    #expect(token.createdAt == registry.clock.now)
    let found = try #require(try directory.token(digest: registry.digest(1)))
    #expect(found.token == token)
    #expect(found.account == ann)
    #expect(try directory.token(digest: registry.digest(2)) == nil)
    let plain = try directory.add(
      AccessTokenDraft(kind: .session, account: ann.id), digest: registry.digest(2))
    #expect(try directory.token(digest: registry.digest(2))?.token == plain)
    #expect(plain.projects == nil)
    let none = try directory.add(
      AccessTokenDraft(kind: .session, account: ann.id, projects: []), digest: registry.digest(3))
    #expect(try directory.token(digest: registry.digest(3))?.token == none)
  }

  @Test func `A secret is given once, and nobody has none of anyone's`() throws {
    let draft = AccessTokenDraft(kind: .apiKey, account: ann.id)
    _ = try directory.add(draft, digest: registry.digest(1))
    #expect(throws: EngineError.self) { try directory.add(draft, digest: registry.digest(1)) }
    let nobody = AccessTokenDraft(kind: .apiKey, account: .make())
    #expect(
      try failure { try directory.add(nobody, digest: registry.digest(2)) }.missing == "account")
  }

  @Test func `Tokens are listed by kind, and one is worthless once it is revoked`() throws {
    var made: [AccessToken] = []
    for (index, kind) in AccessToken.Kind.allCases.enumerated() {
      registry.clock.advance()
      made.append(
        try directory.add(
          AccessTokenDraft(kind: kind, account: ann.id), digest: registry.digest(UInt8(index))))
    }
    #expect(
      try directory.tokens(of: ann.id, kinds: [.apiKey, .personal]) == [made[3], made[2]])
    #expect(try directory.tokens(of: bob.id, kinds: AccessToken.Kind.allCases) == [])
    #expect(try failure { try directory.revoke(made[2].id, of: bob.id) }.missing == "token")
    try directory.revoke(made[2].id, of: ann.id)
    #expect(try directory.token(digest: registry.digest(2)) == nil)
    try directory.revokeSessions(of: ann.id)
    #expect(
      try directory.tokens(of: ann.id, kinds: AccessToken.Kind.allCases) == [made[4], made[3]])
  }

  @Test func `The tokens of one login end together`() throws {
    let (here, there) = (AccessToken.ID.make(), AccessToken.ID.make())
    for (index, login) in [here, here, there].enumerated() {
      let kind: AccessToken.Kind = index == 1 ? .refresh : .session
      _ = try directory.add(
        AccessTokenDraft(kind: kind, account: ann.id, login: login),
        digest: registry.digest(UInt8(index)))
    }
    try directory.revoke(login: here, of: bob.id)
    #expect(try directory.tokens(of: ann.id, kinds: [.session, .refresh]).count == 3)
    try directory.revoke(login: here, of: ann.id)
    #expect(try directory.tokens(of: ann.id, kinds: [.session, .refresh]).map(\.login) == [there])
  }

  @Test func `Use is noted once a minute`() throws {
    let start = registry.clock.now
    _ = try directory.add(
      AccessTokenDraft(kind: .apiKey, account: ann.id), digest: registry.digest(1))
    var noted: [Timestamp?] = []
    for seconds in [Int64(0), 59, 60, 61] {
      let token = try #require(try directory.token(digest: registry.digest(1))).token
      try directory.touch(token, at: start.advanced(bySeconds: seconds))
      noted.append(try directory.token(digest: registry.digest(1))?.token.lastUsedAt)
    }
    #expect(noted == [0, 0, 60, 60].map { start.advanced(bySeconds: $0) })
  }

  @Test func `What it costs to know who asks does not grow with the tokens`() throws {
    _ = try directory.add(
      AccessTokenDraft(kind: .session, account: ann.id), digest: registry.digest(1))
    func cost() throws -> Int {
      try registry.engine.cost { _ = try directory.token(digest: registry.digest(1)) }
    }
    let few = try cost()
    for byte in UInt8(2)...200 {
      _ = try directory.add(
        AccessTokenDraft(kind: .session, account: bob.id), digest: registry.digest(byte))
    }
    #expect(try cost() == few)
  }

  @Test func `An invitation is taken once, in time, and by whom it is for`() throws {
    let acme = try directory.createOrganization(name: "Acme", owner: ann.id)
    let end = registry.clock.now.advanced(bySeconds: 60)
    let invitation = try directory.add(
      InvitationDraft(
        organization: acme.id, role: .reporter, email: "Cid@example.org", expiresAt: end,
        createdBy: ann.id), digest: registry.digest(1))
    #expect(try directory.invitation(digest: registry.digest(1)) == invitation)
    #expect(try directory.invitations(into: acme.id) == [invitation])
    #expect(try directory.invitations(into: nil) == [])
    for (byte, email) in [(UInt8(1), "dan@example.org"), (1, nil), (2, "cid@example.org")] {
      let refusal = try failure {
        try directory.takeInvitation(digest: registry.digest(byte), email: email)
      }
      #expect(refusal.missing == "invitation")
    }
    let taken = try directory.takeInvitation(
      digest: registry.digest(1), email: "cid@EXAMPLE.org")
    #expect(taken == invitation)
    #expect(throws: EngineError.self) {
      try directory.takeInvitation(digest: registry.digest(1), email: "cid@example.org")
    }
  }

  @Test func `An invitation expires, and can be withdrawn`() throws {
    let end = registry.clock.now.advanced(bySeconds: 60)
    let late = try directory.add(
      InvitationDraft(expiresAt: end, createdBy: ann.id), digest: registry.digest(1))
    let other = try directory.add(
      InvitationDraft(expiresAt: end.advanced(bySeconds: 60), createdBy: ann.id),
      digest: registry.digest(2))
    #expect(try directory.invitations(into: nil) == [late, other])
    registry.clock.advance(seconds: 60)
    #expect(try directory.invitation(digest: registry.digest(1)) == nil)
    #expect(throws: EngineError.self) {
      try directory.takeInvitation(digest: registry.digest(1), email: nil)
    }
    try directory.revokeInvitation(other.id, into: nil)
    #expect(throws: EngineError.self) {
      try directory.takeInvitation(digest: registry.digest(2), email: nil)
    }
    #expect(
      try failure { try directory.revokeInvitation(other.id, into: nil) }.missing == "invitation")
  }
}
