import Glibc
import Synchronization

/// Takes drafts to their store on a thread that lives only while there is something to keep.
///
/// The store is tidied on it when drafts are first asked for or kept, not before: most boards are only looked at.
final class DraftKeeper: Sendable {
  private struct Desk {
    /// The last word on each subject.
    var waiting: [Draft.Subject: String?] = [:]
    var isWorking = false
    var isTidy = false
    var thread: pthread_t?
  }

  private let store: any DraftStore
  private let desk = Mutex(Desk())

  init(_ store: any DraftStore) {
    self.store = store
  }

  func draft(for subject: Draft.Subject) -> Draft.Finding {
    // What was thrown away a moment ago may still be there.
    finish()
    defer { tidy() }
    return store.draft(for: subject)
  }

  func beginEditing(_ text: String, for subject: Draft.Subject) -> String? {
    finish()
    return store.beginEditing(text, for: subject)
  }

  func endEditing(for subject: Draft.Subject, taken: Bool) {
    finish()
    store.endEditing(for: subject, taken: taken)
  }

  /// Keeps the last word on each subject, `nil` to forget it; returns at once.
  func keep(_ texts: [Draft.Subject: String?]) {
    guard !texts.isEmpty else { return }
    desk.withLock { $0.waiting.merge(texts) { $1 } }
    wake()
  }

  private func tidy() {
    if desk.withLock({ !$0.isTidy }) { wake() }
  }

  /// Has a thread do what there is to do.
  private func wake() {
    let ended = desk.withLock { desk -> pthread_t? in
      guard !desk.isWorking else { return nil }
      desk.isWorking = true
      defer { desk.thread = nil }
      return desk.thread
    }
    if let ended { pthread_join(ended, nil) }
    start()
  }

  /// Waits until all is kept.
  func finish() {
    let thread = desk.withLock { desk -> pthread_t? in
      defer { desk.thread = nil }
      return desk.thread
    }
    if let thread { pthread_join(thread, nil) }
  }

  private func start() {
    guard desk.withLock({ $0.thread == nil }) else { return }
    var handle = pthread_t()
    let context = Unmanaged.passRetained(self).toOpaque()
    guard pthread_create(&handle, nil, runDraftKeeper, context) == 0 else {
      // Without a thread it is done here: late is better than lost.
      Unmanaged<DraftKeeper>.fromOpaque(context).release()
      work()
      return
    }
    desk.withLock { $0.thread = handle }
  }

  fileprivate func work() {
    let isTidy = desk.withLock { desk in
      defer { desk.isTidy = true }
      return desk.isTidy
    }
    if !isTidy { store.tidy() }
    while true {
      let texts = desk.withLock { desk in
        defer { desk.waiting = [:] }
        if desk.waiting.isEmpty { desk.isWorking = false }
        return desk.waiting
      }
      guard !texts.isEmpty else { return }
      for (subject, text) in texts { store.keep(text, for: subject) }
    }
  }
}

/// The thread's first function; it stands outside any type, for a C callback may not belong to an actor.
private func runDraftKeeper(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let context else { return nil }
  Unmanaged<DraftKeeper>.fromOpaque(context).takeRetainedValue().work()
  return nil
}
