import SluiceCore
import SluiceEngine
import Testing

@Suite struct ReplyTests {
  private let registry: Registry
  private let ann: Account
  private let bob: Account
  private var directory: Directory { registry.directory }

  init() throws {
    registry = try Registry()
    ann = try registry.account("ann")
    bob = try registry.account("bob")
  }

  private func reply(_ status: Int) -> KeptReply {
    KeptReply(
      fingerprint: [1, 2, 3], status: status, body: Array("{}".utf8), at: registry.clock.now)
  }

  @Test func `A reply is kept for who asked, under its key`() throws {
    try directory.keep(reply(201), for: "k", of: ann.id)
    #expect(try directory.keptReply("k", of: ann.id) == reply(201))
    #expect(try directory.keptReply("k", of: bob.id) == nil)
    #expect(try directory.keptReply("K", of: ann.id) == nil)
  }

  @Test func `A reply is kept with what it answers, or neither`() throws {
    let draft = ProjectDraft(key: "OPS", name: "Ops")
    #expect(throws: EngineError(.refused, "No.")) {
      try registry.engine.transaction { () throws(EngineError) in
        _ = try registry.engine.apply(.createProject(draft), by: Actor(name: "ann"))
        try directory.keep(reply(201), for: "k", of: ann.id)
        throw EngineError(.refused, "No.")
      }
    }
    #expect(try directory.keptReply("k", of: ann.id) == nil)
    #expect(try registry.engine.projects(PageRequest()).items == [])
  }

  @Test func `A reply is forgotten after a day, some at a time`() throws {
    for key in ["a", "b", "c"] { try directory.keep(reply(200), for: key, of: ann.id) }
    registry.clock.advance(seconds: Directory.replyLifetime)
    #expect(try directory.keptReply("a", of: ann.id) != nil)
    #expect(try directory.purge() == 0)
    registry.clock.advance()
    #expect(try directory.keptReply("a", of: ann.id) == nil)
    #expect(try directory.purge(limit: 2) == 2)
    #expect(try directory.purge(limit: 2) == 1)
    try directory.keep(reply(202), for: "a", of: ann.id)
    #expect(try directory.keptReply("a", of: ann.id)?.status == 202)
  }

  @Test func `Tokens that expired a month ago are forgotten`() throws {
    let end = registry.clock.now.advanced(bySeconds: 60)
    for (byte, end) in [(UInt8(1), end), (2, nil)] {
      _ = try directory.add(
        AccessTokenDraft(kind: .session, account: ann.id, expiresAt: end),
        digest: registry.digest(byte))
    }
    registry.clock.advance(seconds: 60 + 30 * 86_400)
    #expect(try directory.purge() == 0)
    registry.clock.advance()
    #expect(try directory.purge() == 1)
    #expect(try directory.token(digest: registry.digest(1)) == nil)
    #expect(try directory.token(digest: registry.digest(2)) != nil)
  }
}
