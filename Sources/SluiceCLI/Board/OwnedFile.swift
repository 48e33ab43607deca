import Glibc

/// A file or folder that belongs to the process that holds its lock.
///
/// The kernel drops the lock when the process ends, however it ends, so that nobody has to guess who still lives.
struct OwnedFile {
  /// What comes of asking for a file.
  enum Claim {
    case taken(OwnedFile)
    /// Another process has it.
    case held
    case missing
  }

  let path: String
  private let descriptor: Int32

  /// Takes what nobody has.
  static func claim(_ path: String, isFolder: Bool = false) -> Claim {
    let kind = isFolder ? O_RDONLY | O_DIRECTORY : O_RDWR
    let descriptor = open(path, kind | O_CLOEXEC | O_NOFOLLOW)
    guard descriptor >= 0 else { return .missing }
    guard lock(descriptor) else {
      close(descriptor)
      return .held
    }
    let file = OwnedFile(path: path, descriptor: descriptor)
    // Its owner may have put another in its place, or taken it away, since it was opened.
    guard file.isThere else {
      file.release()
      return Files.isMissing(path) ? .missing : .held
    }
    return .taken(file)
  }

  /// Whether its path still leads to it.
  private var isThere: Bool {
    var (mine, there) = (stat(), stat())
    return fstat(descriptor, &mine) == 0 && lstat(path, &there) == 0
      && mine.st_ino == there.st_ino && mine.st_dev == there.st_dev
  }

  /// Writes a file through to the disk, locked before anybody can see it; `nil` if it cannot be written.
  ///
  /// It takes the place of a file that this process owns, else the first of the paths that is free.
  static func write(
    _ text: String, replacing former: OwnedFile?, orAt paths: [String]
  ) -> OwnedFile? {
    // Where somebody has tidied up, another's may have that name now.
    let replaced = former.flatMap { $0.isThere ? $0.path : nil }
    guard let target = replaced ?? paths.first else { return nil }
    let draft = target + ".\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return nil }
    let bytes = Array(text.utf8)
    guard lock(descriptor), Glibc.write(descriptor, bytes, bytes.count) == bytes.count,
      fsync(descriptor) == 0,
      let path = replaced.map({ rename(draft, $0) == 0 ? $0 : nil })
        ?? paths.first(where: { put(draft, at: $0) })
    else {
      unlink(draft)
      close(descriptor)
      return nil
    }
    former?.release()
    return OwnedFile(path: path, descriptor: descriptor)
  }

  /// Gives a file its name unless something has it.
  private static func put(_ draft: String, at path: String) -> Bool {
    guard link(draft, path) != 0 else {
      unlink(draft)
      return true
    }
    // Some file systems know no second name for a file.
    return [EPERM, ENOTSUP, ENOSYS].contains(errno) && Files.isMissing(path)
      && rename(draft, path) == 0
  }

  /// Where a file system has no locks, a file belongs to whoever asks.
  private static func lock(_ descriptor: Int32) -> Bool {
    flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK
  }

  /// Leaves it to whoever asks next.
  func release() {
    close(descriptor)
  }

  /// Deletes it.
  func remove() {
    if isThere { unlink(path) }
    close(descriptor)
  }

  /// Deletes the folder and what is in it.
  func removeFolder() {
    Files.removeFolder(path)
    close(descriptor)
  }
}
