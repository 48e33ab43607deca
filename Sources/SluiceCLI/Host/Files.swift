import Glibc
import SluiceCore

/// Reads and makes files by the system's own calls.
enum Files {
  /// More than any export this program can use; keeps a wrong name from filling the memory.
  static let largestInput = 1 << 30

  /// The bytes of a file; `-` is the standard input.
  static func read(_ path: String) throws(Failure) -> [UInt8] {
    guard path != "-" else { return try read(descriptor: 0, named: "the standard input") }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(errno, "“\(path)” cannot be read") }
    defer { close(descriptor) }
    return try read(descriptor: descriptor, named: "“\(path)”")
  }

  private static func read(descriptor: Int32, named name: String) throws(Failure) -> [UInt8] {
    var bytes: [UInt8] = []
    // Most files are small, and every start reads one; those that are not are soon read in large parts.
    var size = 1 << 12
    while true {
      let chunk = try part(of: descriptor, named: name, size: size)
      if chunk.isEmpty { return bytes }
      bytes += chunk
      guard bytes.count <= largestInput else { throw .system(EFBIG, "\(name) cannot be read") }
      size = min(2 * size, 1 << 18)
    }
  }

  /// The next bytes, at most so many; none at the end.
  private static func part(
    of descriptor: Int32, named name: String, size: Int
  ) throws(Failure) -> [UInt8] {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var result = -1
      repeat {
        result = Glibc.read(descriptor, buffer.baseAddress, size)
      } while result < 0 && errno == EINTR
      if result < 0 { failure = errno }
      count = max(result, 0)
    }
    guard failure == 0 else { throw .system(failure, "\(name) cannot be read") }
    return chunk
  }

  /// Whether something is there.
  static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  /// Whether nothing is there; of what may not be looked at, that is not known.
  static func isMissing(_ path: String) -> Bool {
    access(path, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)
  }

  /// Whether something is a file without a byte.
  static func isEmpty(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_size == 0
  }

  /// Whether files can be made in a directory.
  static func isWritable(_ path: String) -> Bool {
    access(path, W_OK | X_OK) == 0
  }

  /// When a file was last changed; `nil` if that cannot be told.
  static func changed(_ path: String) -> Timestamp? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let time = status.st_mtim
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }

  /// Says when a file was last changed.
  static func setChanged(_ path: String, _ at: Timestamp) {
    let (seconds, rest) = at.milliseconds.quotientAndRemainder(dividingBy: 1_000)
    let time = timespec(tv_sec: Int(seconds), tv_nsec: Int(rest) * 1_000_000)
    utimensat(AT_FDCWD, path, [time, time], 0)
  }

  /// Whether something, and not a link to it, belongs to the user.
  static func isOwn(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_uid == geteuid()
  }

  /// The names in a directory; none if it cannot be read.
  static func names(in path: String) -> [String] {
    guard let directory = opendir(path) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
          String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
        })
    }
    return names.filter { $0 != "." && $0 != ".." }
  }

  /// A descriptor that holds the only lock on a folder; `nil` if that is not to be had, unless it is waited for.
  ///
  /// The lock ends with the descriptor, so a process that is killed lets go of it.
  static func lockFolder(_ path: String, waiting: Bool = false) -> Int32? {
    let links = waiting ? 0 : O_NOFOLLOW
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC | links)
    guard descriptor >= 0 else { return nil }
    guard flock(descriptor, waiting ? LOCK_EX : LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      return nil
    }
    return descriptor
  }

  /// Makes a directory for the user alone whose name begins like this and that nothing else has.
  static func makeTemporaryDirectory(_ beginning: String) throws(Failure) -> String {
    var template = Array((beginning + "XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw .system(errno, "A folder “\(beginning)…” cannot be made")
    }
    return String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Deletes a folder and the files in it.
  static func removeFolder(_ path: String) {
    for name in names(in: path) { unlink(path + "/" + name) }
    rmdir(path)
  }

  /// Makes a directory and those above it, for the user alone; those that exist stay as they are.
  static func makeDirectory(_ path: String) throws(Failure) {
    guard !path.isEmpty, !exists(path) else { return }
    try makeDirectory(directory(of: path))
    guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
      throw .system(errno, "The directory “\(path)” cannot be made")
    }
  }

  /// What stands before the last slash; empty for the current directory.
  static func directory(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "" }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Puts bytes into a file as a whole: whoever reads it sees the old bytes or the new ones.
  ///
  /// What must not be lost with the power is written through to the disk before it takes the place of the old.
  static func replace(_ path: String, with text: String, throughToDisk: Bool = false) -> Bool {
    let draft = path + ".\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return false }
    let bytes = Array(text.utf8)
    let count = write(descriptor, bytes, bytes.count)
    let isKept = count == bytes.count && (!throughToDisk || fsync(descriptor) == 0)
    close(descriptor)
    guard isKept, rename(draft, path) == 0 else {
      unlink(draft)
      return false
    }
    return true
  }

  /// The path from the root, links resolved as far as the file exists.
  static func absolute(_ path: String) -> String {
    if let resolved = realpath(path, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    guard !path.hasPrefix("/"), let current = getcwd(nil, 0) else { return path }
    defer { free(current) }
    return String(cString: current) + "/" + path
  }
}
