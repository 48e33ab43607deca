internal import SluiceCore
internal import Synchronization

/// Reads what a server of Alloy's guide tells of an organization, and keeps what was read.
///
/// The engine and the thread that looks for what others do share it.
final class AlloyReader: Sendable {
  let caller: AlloyCaller
  let line: Line
  /// The id of the organization.
  let organizationID: String
  /// Who calls.
  let account: ServerAccount
  let now: @Sendable () -> Timestamp
  let shelves = Mutex(AlloyShelves())

  init(
    _ transport: any RemoteTransport, organization: String, account: ServerAccount,
    now: @escaping @Sendable () -> Timestamp
  ) {
    line = Line(now: now)
    caller = AlloyCaller(transport: transport, line: line)
    organizationID = organization
    self.account = account
    self.now = now
  }
}
