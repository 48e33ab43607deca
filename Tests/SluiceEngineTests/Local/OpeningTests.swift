import FoundationEssentials
import Glibc
import SQLite
import SluiceCore
import SluiceEngine
import Testing

@Suite struct OpeningTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func refusal(_ path: String, createIfMissing: Bool = true) throws -> EngineError {
    try #require(throws: EngineError.self) {
      try LocalEngine(path: path, createIfMissing: createIfMissing)
    }
  }

  private func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(filePath: path))
  }

  private func mode(_ path: String) -> mode_t {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & 0o7777 : 0
  }

  @Test func `A database of another application is refused and left as it was`() throws {
    let path = folder("other.db")
    let other = try Database(path: path, access: .creating)
    try other.execute("CREATE TABLE theirs (n INTEGER); INSERT INTO theirs VALUES (7)")
    let before = try bytes(path)
    let error = try refusal(path)
    #expect(error.code == .unusableFile)
    #expect(error.message == "“\(path)” is a database of another application.")
    #expect(try bytes(path) == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["other.db"])
  }

  @Test func `Another application's write-ahead log is not touched either`() throws {
    let path = folder("other.db")
    let other = try Database(path: path, access: .creating)
    _ = try other.first("PRAGMA journal_mode = WAL") { $0.text(0) }
    try other.execute("CREATE TABLE theirs (n INTEGER); INSERT INTO theirs VALUES (7)")
    let before = try [path, path + "-wal"].map(bytes)
    #expect(try refusal(path).message == "“\(path)” is a database of another application.")
    #expect(try [path, path + "-wal"].map(bytes) == before)
  }

  @Test func `A file of a newer version is refused and left as it was`() throws {
    let path = folder("newer.db")
    _ = try LocalEngine(path: path)
    try Database(path: path).execute("PRAGMA user_version = 99")
    let before = try bytes(path)
    let error = try refusal(path)
    #expect(error.message == "“\(path)” has version 99; this program knows versions up to 4.")
    #expect(error.nextStep == "Install a newer version of this program; the file was not touched.")
    #expect(try bytes(path) == before)
  }

  @Test(arguments: [
    Data("Dear diary,\n".utf8), Data(repeating: 0, count: 50), Data(repeating: 0, count: 100),
    Data(repeating: 0, count: 4_096),
  ])
  func `A file that is no database is refused and left as it was`(content: Data) throws {
    let path = folder("diary.txt")
    try content.write(to: URL(filePath: path))
    #expect(try refusal(path).message == "“\(path)” is not a SQLite database.")
    #expect(try bytes(path) == content)
  }

  @Test func `A link is not followed`() throws {
    _ = try LocalEngine(path: folder("real.db"))
    symlink(folder("real.db"), folder("link.db"))
    let error = try refusal(folder("link.db"))
    #expect(
      error.message
        == "“\(folder("link.db"))” is a symbolic link, which others could point elsewhere.")
    symlink("/etc/passwd", folder("real.db-wal"))
    #expect(try refusal(folder("real.db")).code == .unusableFile)
  }

  @Test func `A file with a second name is refused`() throws {
    _ = try LocalEngine(path: folder("a.db"))
    link(folder("a.db"), folder("b.db"))
    #expect(try refusal(folder("b.db")).code == .unusableFile)
  }

  @Test func `A folder that is missing is named with the command that makes it`() throws {
    let error = try refusal(folder("no/where/a.db"))
    #expect(error.code == .unusableFile)
    #expect(error.message == "There is no folder “\(folder("no/where"))”.")
    #expect(error.nextStep == "Make it first: mkdir -p \(folder("no/where"))")
  }

  @Test func `A missing file is made only if it may be`() throws {
    #expect(try refusal(folder("a.db"), createIfMissing: false).code == .unusableFile)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `An empty file becomes a database only if one may be made`() throws {
    close(open(folder("a.db"), O_CREAT | O_WRONLY, 0o600))
    let error = try refusal(folder("a.db"), createIfMissing: false)
    #expect(error.code == .unusableFile)
    #expect(error.message == "“\(folder("a.db"))” holds no board yet.")
    #expect(FileManager.default.contents(atPath: folder("a.db"))?.isEmpty == true)
    _ = try LocalEngine(path: folder("a.db"))
    #expect(
      try LocalEngine(path: folder("a.db"), createIfMissing: false).projects(PageRequest()).items
        == [])
  }

  @Test func `A file is private, or shared where its folder is shared`() throws {
    _ = try LocalEngine(path: folder("private.db"))
    #expect(mode(folder("private.db")) == 0o600)
    chmod(folder.path, 0o2770)
    let engine = try LocalEngine(path: folder("shared.db"))
    #expect(mode(folder("shared.db")) == 0o660)
    _ = try engine.apply(
      .createProject(ProjectDraft(key: "OPS", name: "x")), by: Actor(name: "a"))
    #expect(mode(folder("shared.db-journal")) == 0o660)
  }

  @Test func `A folder that may not be written is named with its owner and the mending`() throws {
    chmod(folder.path, 0o555)
    let error = try asNobody { try refusal(folder("a.db")) }
    #expect(error.code == .permission)
    #expect(error.message.hasPrefix("The folder “\(folder.path)” belongs to "))
    #expect(error.nextStep?.hasSuffix("rwx \(folder.path)") == true)
  }

  @Test func `A file that may only be read is read, and writing to it says why not`() throws {
    let path = folder("a.db")
    let draft = ProjectDraft(key: "OPS", name: "Kept")
    _ = try LocalEngine(path: path).apply(.createProject(draft), by: Actor(name: "a"))
    unlink(path + "-journal")
    chmod(path, 0o444)
    chmod(folder.path, 0o555)
    try asNobody {
      let engine = try LocalEngine(path: path)
      let reference = try #require(ProjectReference("OPS"))
      #expect(try engine.project(reference).name == "Kept")
      let error = try #require(throws: EngineError.self) {
        try engine.apply(.createTicket(reference, TicketDraft(title: "x")), by: Actor(name: "a"))
      }
      #expect(error.code == .permission)
      #expect(error.message.contains("“\(path)” belongs to "))
      #expect(try engine.board(BoardQuery(project: reference)).columns.count == 6)
    }
  }
}

/// Runs what touches files with the rights of nobody, even if the tests run as root.
///
/// The file-system user is the thread's own, so other tests are not affected.
private func asNobody<Output>(_ body: () throws -> Output) throws -> Output {
  typealias SetUser = @convention(c) (UInt32) -> Int32
  guard geteuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return try body() }
  let setUser = unsafeBitCast(symbol, to: SetUser.self)
  _ = setUser(65_534)
  defer { _ = setUser(0) }
  return try body()
}
