internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// What a server is put together from.
struct Parts: Sendable {
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
}
