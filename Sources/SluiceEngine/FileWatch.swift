internal import Glibc

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
