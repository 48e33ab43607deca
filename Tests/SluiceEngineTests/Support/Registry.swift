import SluiceCore
import SluiceEngine

/// A file with a directory, and short words for what tests do with it.
struct Registry {
  let folder: TemporaryFolder
  let clock = TestClock()
  let engine: LocalEngine

  var directory: Directory { engine.directory }

  init() throws {
    folder = try TemporaryFolder()
    let clock = clock
    engine = try LocalEngine(path: folder("board.db"), now: { clock.now })
  }

  @discardableResult
  func account(_ name: String) throws(EngineError) -> Account {
    clock.advance()
    return try directory.create(
      AccountDraft(displayName: name, email: "\(name)@example.org"), passwordHash: nil)
  }

  /// A secret's digest that is told by its first byte.
  func digest(_ byte: UInt8) -> [UInt8] {
    [byte] + Array(repeating: 0, count: 31)
  }
}
