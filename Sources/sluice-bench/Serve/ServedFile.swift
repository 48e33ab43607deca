import Glibc
import Passwords
import SluiceCore
import SluiceEngine

/// A database to serve: a copy of one from the cache, with somebody who may work on it.
struct ServedFile {
  let path: String
  /// What they come in with.
  let token: String
  /// The id of the organization that the boards belong to.
  let organization: String
  let tickets: [Ticket.ID]
  let moves: [Move]

  /// One ticket that goes to and fro.
  struct Move {
    let ticket: Ticket.ID
    let here: Status
    let there: Status
  }

  /// Copies a database under a name of this run, and picks tickets at random.
  init(
    copying database: Database, as name: String, tickets count: Int, moves: Int
  ) throws(BenchError) {
    path = try Database.cacheFolder() + "/\(name).db"
    Self.remove(path)
    try Tools.copy(database.path, to: path)
    token = "slu_at_" + String(getpid()) + "." + String(Clock.now)
    let reader = try BoardReader(path)
    organization = try Self.admit(token, to: reader.engine)
    // All servers of a run are asked for the same.
    var picked = try Moves(reader, count: max(count, moves), seed: 7)
    var ids: [Ticket.ID] = []
    var chosen: [Move] = []
    for index in 0..<picked.moves.count {
      let move = picked.take()
      let ticket = try reader.ticket(move.number)
      if index < count { ids.append(ticket.id) }
      if chosen.count < moves {
        chosen.append(Move(ticket: ticket.id, here: move.here, there: move.there))
      }
    }
    self.tickets = ids
    self.moves = chosen
  }

  /// Makes an account for the user of this process that has a token too; answers where it is a member.
  private static func admit(
    _ token: String, to engine: LocalEngine
  ) throws(BenchError) -> String {
    try asking { () throws(EngineError) in
      let directory = engine.directory
      let account = try directory.create(
        AccountDraft(displayName: "Ann", email: "ann@example.org", userID: getuid()),
        passwordHash: nil)
      let organization = try engine.organization()
      try directory.setRole(.member, of: account.id, in: organization.id)
      _ = try directory.add(
        AccessTokenDraft(
          kind: .session, account: account.id,
          expiresAt: LocalEngine.systemTime().advanced(bySeconds: 86_400)),
        digest: Secrets.digest(of: token))
      return organization.id.description
    }
  }

  /// Takes the copy away.
  func remove() {
    Self.remove(path)
  }

  private static func remove(_ path: String) {
    for ending in ["", "-wal", "-shm", "-journal", ".lock"] { unlink(path + ending) }
  }
}
