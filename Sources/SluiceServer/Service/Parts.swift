internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// What a server is put together from.
///
/// Every request refers to it; a class is handed on without its many parts.
final class Parts: Sendable {
  let engines: Engines
  let directory: Directory
  let book: Book
  let registration: Settings.Registration
  let limits: LoginLimits
  let startedAt: Timestamp
  let desk: Desk
  let hub: EventHub
  let passwords: PasswordWorker
  let errands: Errands
  let table: RouteTable
  /// In the order of the table's routes.
  let endpoints: [Endpoint]
  let log: Log
  let now: @Sendable () -> Timestamp

  init(
    engines: Engines, directory: Directory, book: Book, registration: Settings.Registration,
    limits: LoginLimits, startedAt: Timestamp, desk: Desk, hub: EventHub,
    passwords: PasswordWorker, errands: Errands, table: RouteTable, endpoints: [Endpoint],
    log: Log, now: @escaping @Sendable () -> Timestamp
  ) {
    self.engines = engines
    self.directory = directory
    self.book = book
    self.registration = registration
    self.limits = limits
    self.startedAt = startedAt
    self.desk = desk
    self.hub = hub
    self.passwords = passwords
    self.errands = errands
    self.table = table
    self.endpoints = endpoints
    self.log = log
    self.now = now
  }
}
