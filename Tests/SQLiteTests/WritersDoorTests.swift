import FoundationEssentials
import Testing

@testable import SQLite

@Suite struct WritersDoorTests {
  /// A folder of its own, for the door is the folder's.
  private final class Folder {
    let path = "/tmp/sluice-door-\(UUID().uuidString)"
    var file: String { path + "/board.db" }

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit {
      try? FileManager.default.removeItem(atPath: path)
    }
  }

  private func stands(_ door: WritersDoor) -> Bool {
    door.standing(at: MonotonicClock.now) != nil
  }

  @Test func `One stands in the door, and then the next`() throws {
    let folder = try Folder()
    let (first, second) = (WritersDoor(folderOf: folder.file), WritersDoor(folderOf: folder.file))
    first.enter(before: .max)
    #expect(stands(first))
    // Its time is over already, so it looks once.
    second.enter(before: 0)
    #expect(!stands(second))
    second.leave()
    first.leave()
    #expect(!stands(first))
    second.enter(before: .max)
    #expect(stands(second))
  }

  @Test func `Whoever has waited longer looks more often`() {
    let turns = (0..<5).map { WritersDoor.pause(afterWaiting: $0 * WriterTurn.length) }
    #expect(turns == turns.sorted(by: >))
    #expect(WritersDoor.pause(afterWaiting: .max) > 0)
  }

  @Test func `Somebody who blocks the door keeps nobody from writing`() throws {
    let folder = try Folder()
    let database = try Database(path: folder.file, access: .creating)
    try database.execute("PRAGMA synchronous = OFF; CREATE TABLE t (n INTEGER)")
    let door = WritersDoor(folderOf: folder.file)
    door.enter(before: .max)
    let end = MonotonicClock.now + 2 * WriterTurn.length
    var count = 0
    while MonotonicClock.now < end {
      try database.transaction { () throws(SQLiteError) in
        try database.run("INSERT INTO t VALUES (1)")
      }
      count += 1
    }
    #expect(try database.number("SELECT count(*) FROM t") == Int64(count))
    #expect(stands(door))
  }

  @Test func `A writer leaves the door with the lock, and without it too`() throws {
    let folder = try Folder()
    let first = try Database(path: folder.file, access: .creating)
    try first.execute("CREATE TABLE t (n INTEGER)")
    let second = try Database(path: folder.file, patience: 20)
    try first.beginWriting()
    #expect(throws: SQLiteError.self) { try second.beginWriting() }
    first.rollBack()
    try second.beginWriting()
    let door = WritersDoor(folderOf: folder.file)
    door.enter(before: 0)
    #expect(stands(door))
    second.rollBack()
  }
}
