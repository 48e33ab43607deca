import Glibc

/// A copy of this program without symbols for debuggers, for as long as this value lives.
///
/// Tools that count instructions read those symbols first, and older ones stumble over new formats.
final class BareCopy {
  let path: String
  private let isCopy: Bool

  /// Makes the copy; where nothing can make it, the program itself has to do.
  init() throws(BenchError) {
    guard Counting.countsInstructions, Tools.has("strip") else {
      (path, isCopy) = (Tools.ownPath, false)
      return
    }
    (path, isCopy) = ("/tmp/sluice-bench-\(getpid())", true)
    _ = try ProcessRun(of: ["strip", "--strip-debug", "-o", path, Tools.ownPath])
  }

  deinit {
    if isCopy { unlink(path) }
  }
}
