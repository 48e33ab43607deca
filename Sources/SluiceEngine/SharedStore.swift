internal import Glibc
internal import SluiceStore

/// The connection that the engines of one file share, for one thread at a time.
///
/// The thread that answers a group of requests goes on to call the engines within it, so the lock may be
/// taken again by the thread that holds it.
// The store is reached only under a lock of the C library, which the compiler does not know for one.
final class SharedStore: @unchecked Sendable {
  private let store: Store
  private let lock: UnsafeMutablePointer<pthread_mutex_t>
  /// Hears of changes to the file, once it has been asked for.
  let watch: LazyWatch

  init(_ store: Store) {
    self.store = store
    watch = LazyWatch(store.watchedPaths)
    lock = .allocate(capacity: 1)
    var attributes = pthread_mutexattr_t()
    pthread_mutexattr_init(&attributes)
    pthread_mutexattr_settype(&attributes, Int32(PTHREAD_MUTEX_RECURSIVE))
    pthread_mutex_init(lock, &attributes)
    pthread_mutexattr_destroy(&attributes)
  }

  deinit {
    pthread_mutex_destroy(lock)
    lock.deallocate()
  }

  /// Lends the view of the organization that the file was made with.
  func withLock<Output, Failure: Error>(
    _ body: (Store) throws(Failure) -> Output
  ) throws(Failure) -> Output {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    return try body(store)
  }
}
