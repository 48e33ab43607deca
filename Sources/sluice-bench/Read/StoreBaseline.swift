import CBaseline
import SluiceStore

/// A connection of the C baseline.
final class StoreBaseline {
  let pointer: OpaquePointer

  init(_ path: String, _ mode: JournalMode) throws(BenchError) {
    guard let pointer = baseline_store_open(path, mode.rawValue) else {
      throw BenchError("C cannot open “\(path)”: its statements may not fit the schema any more.")
    }
    self.pointer = pointer
  }

  deinit {
    baseline_store_close(pointer)
  }

  /// The row of a project; 0 if there is none.
  func project(_ key: String) -> Int64 {
    baseline_project(pointer, key)
  }

  /// The last failure.
  var failure: BenchError {
    BenchError("A statement of C failed: \(String(cString: baseline_store_problem(pointer)))")
  }
}
