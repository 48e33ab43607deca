internal import Glibc

/// Keeps a second server from the same database.
///
/// The system lets go of it when the program ends, however that happens, so a stale one does not block.
/// It lies beside the database: a second descriptor of the database itself would cost SQLite its locks.
struct FileLock: ~Copyable {
  private let descriptor: Int32
  private let path: String

  init(besideDatabase database: String) throws(StartFailure) {
    path = database + ".sluiced"
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw StartFailure(
        exit: errno == EACCES || errno == EROFS ? .permission : .inputOutput,
        message: "The lock “\(path)” cannot be made: \(String(cString: strerror(errno))).",
        nextStep: "The server needs to write to the database's folder.")
    }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      let holder = Self.holder(descriptor).map { " It is process \($0)." } ?? ""
      close(descriptor)
      throw StartFailure(
        exit: .conflict, message: "A server runs on “\(database)” already.\(holder)",
        nextStep: "Stop it first; one file has one server.")
    }
    let text = "\(getpid())\n"
    ftruncate(descriptor, 0)
    pwrite(descriptor, text, text.utf8.count, 0)
  }

  deinit {
    close(descriptor)
  }

  private static func holder(_ descriptor: Int32) -> Int? {
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = pread(descriptor, &bytes, bytes.count, 0)
    guard count > 0 else { return nil }
    return Int(String(decoding: bytes[..<count].prefix { $0 != 0x0a }, as: UTF8.self))
  }
}
