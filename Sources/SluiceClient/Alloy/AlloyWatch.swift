internal import Glibc
internal import SluiceCore
internal import Synchronization

/// Looks at the server now and then, on a thread of its own, and finds out when a lost line is back.
struct AlloyWatch: Sendable {
  let reader: AlloyReader

  private var line: Line { reader.line }

  /// Starts the thread, which ends soon after the line is hung up.
  func start() {
    let context = Unmanaged.passRetained(WatchContext(watch: self))
    var thread = pthread_t()
    guard pthread_create(&thread, nil, runWatch, context.toOpaque()) == 0 else {
      context.release()
      line.giveUp("The system has no thread left to follow changes of others.")
      return
    }
    pthread_detach(thread)
  }

  fileprivate func run() {
    var backoff = Backoff()
    while !line.isHungUp {
      let isLost = line.isLost
      line.stop.wait(atMost: isLost ? backoff.next() : Self.interval)
      if line.isHungUp { return }
      line.stop.clear()
      if !isLost, line.isLost { continue }
      if reader.lookAgain() { backoff.reset() }
      if case .offline = line.link { return }
    }
  }

  /// Milliseconds between two looks.
  private static let interval: Int32 = 10_000
}

extension AlloyReader {
  /// How many pages are looked at again at most; what lies beyond is read when it is asked for.
  private static let pagesLookedAt = 4

  /// Looks whether the project in sight is as it was; whether the server answered.
  func lookAgain() -> Bool {
    let (project, pages, changes) = shelves.withLock { shelves in
      let shelf = shelves.current.flatMap { shelves.shelves[$0] }
      return (shelf?.project, min(shelf?.pages ?? 1, Self.pagesLookedAt), shelves.changes)
    }
    do throws(EngineError) {
      if line.isLost { _ = try caller.tryingLostLine.get(["auth", "me"]) }
      line.open()
      guard let project else { return true }
      let read = try readFirstPages(pages, of: project)
      // What was asked for while a change was under way may be older than its answer.
      guard shelves.withLock({ $0.changes }) == changes else { return true }
      let moment = now()
      let isChanged = try change(project) { (shelf) throws(EngineError) in
        let isChanged = try shelf.refresh(
          read.tickets, pages: read.pages, next: read.next, at: moment)
        if isChanged { shelf.hasNews = true }
        return isChanged
      }
      if isChanged { line.suspect() }
      return true
    } catch {
      if error.missing == "session" {
        line.giveUp(error.message)
      } else if !line.isHungUp {
        line.lose()
      }
      return false
    }
  }
}

private final class WatchContext: Sendable {
  let watch: AlloyWatch

  init(watch: AlloyWatch) {
    self.watch = watch
  }
}

private func runWatch(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  // Signals are the program's main thread's.
  var all = sigset_t()
  sigfillset(&all)
  pthread_sigmask(SIG_BLOCK, &all, nil)
  if let context {
    Unmanaged<WatchContext>.fromOpaque(context).takeRetainedValue().watch.run()
  }
  return nil
}
