internal import Glibc
internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// A server on one file, until it is stopped.
final class Server: Sendable {
  let parts: Parts
  let service: Service
  private let housekeeping: Housekeeping

  /// Puts a server together; it listens nowhere yet.
  ///
  /// - Throws: `configuration`, naming the route, if one has no row of access; `unavailable` if the system
  /// gives no threads.
  init(
    _ engine: LocalEngine, registration: Settings.Registration, log: Log,
    endpoints: [Endpoint] = Endpoints.all, access: [String: Access] = AccessTable.rows,
    groupLimit: Int = 256, now: @escaping @Sendable () -> Timestamp = LocalEngine.systemTime
  ) throws(StartFailure) {
    let table: RouteTable
    do {
      table = try RouteTable(
        endpoints.map(\.route), access: access, schemas: Endpoints.schemas)
    } catch {
      throw .configuration(error.message)
    }
    let directory = engine.directory
    let users = UserAccounts(mayRegister: registration != .disabled, owner: getuid())
    let book = Book(directory: directory, users: users)
    guard let commits = CommitBell(),
      let desk = Desk(AnnouncedGroups(groups: engine, commits: commits), groupLimit: groupLimit),
      let passwords = PasswordWorker(), let hub = EventHub(engine, book, desk, commits, now: now),
      let housekeeping = Housekeeping(desk, directory)
    else { throw StartFailure(exit: .unavailable, message: "The system gives no threads.") }
    parts = Parts(
      engines: Engines(engine), directory: directory,
      book: book, registration: registration, limits: LoginLimits(), startedAt: now(),
      desk: desk, hub: hub, passwords: passwords, errands: Errands(), table: table,
      endpoints: endpoints, log: log, now: now)
    service = Service(parts)
    self.housekeeping = housekeeping
  }

  /// Does what is under way, and ends its threads.
  func close() {
    housekeeping.close()
    parts.hub.close()
    parts.errands.close()
    parts.passwords.close()
    parts.desk.close()
  }
}

/// Groups of writes, each of which is announced.
private struct AnnouncedGroups: WritingInGroups {
  let groups: any WritingInGroups
  let commits: CommitBell

  func write(_ tasks: [DeskTask]) -> [DeskTask.Outcome] {
    defer { commits.announce() }
    return groups.write(tasks)
  }
}
