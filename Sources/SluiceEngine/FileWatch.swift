internal import Glibc
internal import Synchronization

/// Hears from the system when files are written to.
///
/// Where the system cannot tell, as on some network disks, there is no descriptor or it stays silent; a
/// slow poll is needed beside it anyway.
final class FileWatch: Sendable {
  /// Readable when something was written.
  let descriptor: Int32

  /// Watches those of the files that exist; `nil` if the system does not watch.
  init?(_ paths: [String]) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    for path in paths { inotify_add_watch(descriptor, path, UInt32(IN_MODIFY)) }
  }

  deinit {
    close(descriptor)
  }

  /// Empties the descriptor.
  func drain() {
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { buffer in
      while read(descriptor, buffer.baseAddress, buffer.count) > 0 {}
    }
  }
}

/// A watch that is made when it is first asked for.
final class LazyWatch: Sendable {
  private let paths: [String]
  private let watch = Mutex(FileWatch?.none)

  init(_ paths: [String]) {
    self.paths = paths
  }

  /// Readable when something was written; `nil` if the system does not watch.
  var descriptor: Int32? {
    watch.withLock { watch in
      if watch == nil { watch = FileWatch(paths) }
      return watch?.descriptor
    }
  }

  /// Empties the descriptor, if there is one.
  func drain() {
    watch.withLock { $0?.drain() }
  }
}
