public import SluiceCore
internal import Synchronization

/// An engine behind a server that speaks what Alloy's guide tells, and no more.
///
/// Stages are the categories in use. There are no gates, claims, fields, remarks, histories or ways back: what
/// cannot be done there is refused in a sentence that says so. The guide has no list of one status and no count,
/// so tickets are read page by page as they are wanted, and counts say “at least” until all pages are read. It has
/// no events either: what others do is found by looking again now and then.
public final class AlloyEngine: EngineLink {
  let reader: AlloyReader
  /// The changes that were asked for under an id, the newest last.
  let asked = Mutex<[AskedChange]>([])

  /// A change that was asked for, and its receipt once it was answered.
  struct AskedChange: Sendable {
    let id: Change.ID
    var receipt: Receipt?
  }

  /// An engine that asks for nothing before it is called.
  ///
  /// - Parameters:
  ///   - transport: What carries its requests; closed with the engine.
  ///   - organization: The id of the organization.
  ///   - account: Who calls.
  ///   - now: What time it is.
  public init(
    _ transport: any RemoteTransport, organization: String, account: ServerAccount,
    now: @escaping @Sendable () -> Timestamp = RemoteEngine.systemTime
  ) {
    reader = AlloyReader(transport, organization: organization, account: account, now: now)
  }

  deinit {
    hangUp()
  }

  /// How the line stands now; `live` as long as nobody follows changes.
  public var linkState: LinkState { reader.line.link }

  /// Readable when the line has changed or others have changed something.
  ///
  /// Asking for it begins to look at the server now and then.
  public var changeDescriptor: Int32? {
    let line = reader.line
    if line.beginFollowing() { AlloyWatch(reader: reader).start() }
    return line.descriptor.number >= 0 ? line.descriptor.number : nil
  }

  /// Whether there is something new on the shelf since the last call.
  public func takeForeignChange() -> Bool {
    reader.line.takeForeignChange()
  }

  /// Ends what is under way and all that comes.
  public func hangUp() {
    reader.line.hangUp()
    reader.caller.transport.close()
  }

  /// Why a server of this kind cannot do something.
  public func refusal(of feature: EngineFeature) -> String? {
    guard feature != .changes else { return nil }
    return "This server speaks only Alloy's guide, which knows no \(feature.title)."
  }
}

extension EngineError {
  /// What only a Sluice server can do.
  static func beyondAlloy(_ feature: EngineFeature) -> EngineError {
    beyondAlloy(feature.title)
  }

  static func beyondAlloy(_ what: String) -> EngineError {
    EngineError(
      .refused, "This server speaks only Alloy's guide, which knows no \(what).",
      nextStep: "Use a Sluice server, or a file, for that.")
  }
}
