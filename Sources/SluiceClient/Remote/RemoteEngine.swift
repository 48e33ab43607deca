internal import Glibc
public import SluiceCore
internal import Synchronization

/// An engine of one organization behind a server.
///
/// Every call is one request. Changes are asked for under an id of their own, so that one whose answer was
/// lost is asked for again without being made twice. What others change is followed over a stream of events
/// from the first look at `changeDescriptor` on; a stream that breaks is taken up again where it ended.
public final class RemoteEngine: EngineLink {
  let transport: any RemoteTransport
  let line: Line
  /// By id or by its name in addresses.
  private let organizationKnown: Mutex<String>
  private let lookUpAgain: @Sendable () -> String?

  /// An engine that asks for nothing before it is called.
  ///
  /// - Parameters:
  ///   - transport: What carries its requests; closed with the engine.
  ///   - organization: The organization, by id or by its name in addresses.
  ///   - lookUpAgain: Asks anew which organization is meant, where the server knows none of that name: another
  ///     file may be served there by now. `nil` if that is not to be known.
  ///   - now: What time it is.
  public init(
    _ transport: any RemoteTransport, organization: String,
    lookUpAgain: @escaping @Sendable () -> String? = { nil },
    now: @escaping @Sendable () -> Timestamp = RemoteEngine.systemTime
  ) {
    self.transport = transport
    self.lookUpAgain = lookUpAgain
    organizationKnown = Mutex(organization)
    line = Line(now: now)
  }

  deinit {
    hangUp()
  }

  var organizationName: String { organizationKnown.withLock { $0 } }

  /// Whether another organization is meant than the one that there is none of.
  func moveHouse() -> Bool {
    organizationKnown.withLock { known in
      guard let found = lookUpAgain(), found != known else { return false }
      known = found
      return true
    }
  }

  /// How the line stands now; `live` as long as nobody follows changes.
  public var linkState: LinkState { line.link }

  /// Readable when the line has changed or others may have changed something.
  ///
  /// Asking for it begins to follow what happens at the server.
  public var changeDescriptor: Int32? {
    if line.beginFollowing() {
      Follower(transport: transport, line: line, organization: organizationName).start()
    }
    return line.descriptor.number >= 0 ? line.descriptor.number : nil
  }

  /// Whether others have changed something since the last call, as far as the server has told.
  public func takeForeignChange() -> Bool {
    line.takeForeignChange()
  }

  /// Ends what is under way and all that comes.
  public func hangUp() {
    line.hangUp()
    transport.close()
  }

  /// The time of the system's clock.
  public static let systemTime: @Sendable () -> Timestamp = {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
