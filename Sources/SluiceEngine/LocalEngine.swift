public import FoundationEssentials
internal import Glibc
public import SluiceCore
internal import SluiceStore

/// The engine on a database file of this machine.
///
/// May be called from any thread; one call at a time is answered. Any number of engines, in any number of
/// processes, may work on one file. An engine is one organization's: a new file has one organization, and
/// `scoped(to:)` makes the engines of others.
public final class LocalEngine: Engine {
  /// The file, with its folder's links resolved.
  public let path: String
  let store: SharedStore
  let organizationRow: Store.OrganizationRow
  let now: @Sendable () -> Timestamp
  let makeUUID: @Sendable () -> UUID
  let probe: ProviderProbe

  /// Opens a database file, or makes it if it is missing and `createIfMissing` says so.
  ///
  /// - Parameters:
  /// - path: The file. Its folder must exist.
  /// - createIfMissing: Whether to make a file with one organization and the Default workflow.
  /// - now: What time it is.
  /// - makeUUID: Makes public ids, never the same twice.
  /// - probe: Calls the endpoint of a provider.
  /// - Throws: `unusableFile` for a file that is not ours, is newer than this program, or has no folder;
  /// `permission`, naming the owner and the command that mends it; `storage` for a full disk. The file is
  /// then as it was.
  public init(
    path: String, createIfMissing: Bool = true,
    now: @escaping @Sendable () -> Timestamp = LocalEngine.systemTime,
    makeUUID: @escaping @Sendable () -> UUID = { UUID() },
    probe: @escaping ProviderProbe = LocalEngine.noProbe
  ) throws(EngineError) {
    let seed = createIfMissing ? try Self.seed(now(), makeUUID) : nil
    let store = try Store.open(path: path, seed: seed)
    self.path = store.path
    self.now = now
    self.makeUUID = makeUUID
    self.probe = probe
    self.store = SharedStore(store)
    organizationRow = store.organization
  }

  private init(_ engine: LocalEngine, organization: Store.OrganizationRow) {
    path = engine.path
    store = engine.store
    now = engine.now
    makeUUID = engine.makeUUID
    probe = engine.probe
    organizationRow = organization
  }

  /// The engine of an organization of the same file, over the same connection.
  ///
  /// What belongs to another organization is not found by it. Providers are shared by all organizations, and
  /// so is the count of events. It costs one read by index, and may be kept.
  ///
  /// - Throws: `notFound` if the file has no such organization.
  public func scoped(to id: Organization.ID) throws(EngineError) -> LocalEngine {
    let row = try reading { (store) throws(EngineError) in try store.organizationRow(id) }
    guard let row else { throw .notFound("organization", "\(id)") }
    return LocalEngine(self, organization: row)
  }

  private static func seed(
    _ now: Timestamp, _ makeUUID: () -> UUID
  ) throws(EngineError) -> Store.Seed {
    do {
      let workflow = try WorkflowDraft.standard.validated(id: Identifier(makeUUID()), at: now)
      return Store.Seed(organization: Identifier(makeUUID()), workflow: workflow)
    } catch {
      throw EngineError(error)
    }
  }

  /// The time of the system's clock.
  public static let systemTime: @Sendable () -> Timestamp = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// What an engine has that cannot call anyone.
  public static let noProbe: ProviderProbe = { _ throws(EngineError) in
    throw EngineError(.unavailable, "This program cannot call providers.")
  }
}

/// What is needed to call a provider; holds its secrets, so it is never shown or kept.
public struct ProviderCall: Sendable {
  /// The provider.
  public let provider: Provider
  /// The address to call.
  public let endpoint: String
  /// All of its settings.
  public let config: [String: String]
}

/// Calls the endpoint of a provider and tells what came of it.
public typealias ProviderProbe =
  @Sendable (ProviderCall) throws(EngineError) -> ProviderReport
