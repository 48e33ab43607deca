internal import HTTPServer
internal import SluiceCore
internal import SluiceEngine
internal import Synchronization

/// Tells followers what happens: one reader of history for all of them.
///
/// It reads on after each commit, and when another program has changed the file.
final class EventHub: Sendable {
  private let engine: LocalEngine
  private let book: Book
  private let desk: Desk
  private let commits: CommitBell
  private let now: @Sendable () -> Timestamp
  /// Those who have come and are not followed by the thread yet.
  private let arrivals = Mutex<[SubscriberTicket]>([])
  private let isClosed = Atomic(false)
  private let thread = Mutex<WorkThread?>(nil)

  /// What a follower brings from the thread that let them in.
  struct SubscriberTicket: Sendable {
    let stream: EventStream
    let caller: Caller
    let credential: String?
    let organization: Organization.ID?
    let project: Project.ID?
    let position: Int64?
  }

  /// A hub that works, woken by `commits`; `nil` if the system gives no thread.
  init?(
    _ engine: LocalEngine, _ book: Book, _ desk: Desk, _ commits: CommitBell,
    now: @escaping @Sendable () -> Timestamp
  ) {
    self.engine = engine
    self.book = book
    self.desk = desk
    self.commits = commits
    self.now = now
    guard let started = WorkThread({ [weak self] in self?.run() }) else { return nil }
    thread.withLock { $0 = started }
  }

  func follow(_ ticket: SubscriberTicket) {
    arrivals.withLock { $0.append(ticket) }
    commits.bell.ring()
  }

  /// Ends all streams and the thread.
  func close() {
    isClosed.store(true, ordering: .sequentiallyConsistent)
    commits.bell.ring()
    let thread = thread.withLock { thread in
      defer { thread = nil }
      return thread
    }
    thread?.join()
  }

  private func run() {
    var feed = EventFeed(engine, book)
    while !isClosed.load(ordering: .sequentiallyConsistent) {
      let arrived = arrivals.withLock { arrivals in
        defer { arrivals = [] }
        return arrivals
      }
      feed.add(arrived)
      commits.listen(!feed.isEmpty)
      var isBehind = false
      if !feed.isEmpty {
        // The chair is given back between two runs of events, so that requests go on.
        isBehind = desk.sit { feed.tell(at: now()) }
      }
      guard !isBehind else { continue }
      // A lost membership, and on some disks the change of another program, is only seen by looking.
      commits.bell.wait(
        milliseconds: feed.isEmpty ? -1 : 2_000, or: feed.isEmpty ? nil : engine.changeDescriptor)
    }
    feed.end()
  }
}
