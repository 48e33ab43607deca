import SQLite
import Synchronization

@testable import SluiceEngine
@testable import SluiceStore

extension LocalEngine {
  /// How many instructions of SQLite's machine something takes; the same on every machine and at every load.
  func cost(_ body: () throws -> Void) rethrows -> Int {
    let before = instructions
    try body()
    return instructions - before
  }

  private var instructions: Int {
    store.withLock { $0.database.instructions }
  }
}
