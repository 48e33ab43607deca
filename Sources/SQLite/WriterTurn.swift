internal import Glibc

/// Lets those who wait for a file's lock go first.
///
/// Who writes again and again would take the lock back before anyone who waits looks again. So who waits
/// says so, with a shared lock on the folder, and who comes anew steps back once if somebody waits.
/// It is courtesy only: without the folder's lock everything still works, but less fairly.
final class WriterTurn {
  private let folder: Int32
  private var isWaiting = false

  init(folderOf path: String) {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { path[...$0] } ?? "."
    self.folder = open(String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  }

  deinit {
    close(folder)
  }

  /// Whether anyone has said so.
  func somebodyWaits() -> Bool {
    guard flock(folder, LOCK_EX | LOCK_NB) != 0 else {
      flock(folder, LOCK_UN)
      return false
    }
    return errno == EWOULDBLOCK
  }

  /// Says that somebody waits.
  func join() {
    isWaiting = isWaiting || flock(folder, LOCK_SH | LOCK_NB) == 0
  }

  /// Says that the wait is over.
  func leave() {
    guard isWaiting else { return }
    flock(folder, LOCK_UN)
    isWaiting = false
  }
}
