internal import Glibc

/// What `stat` says of a file.
struct FileStatus {
  private let status: stat

  /// The status of what a path leads to; `nil` if it cannot be had, with the reason in `errno`.
  init?(following path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    self.status = status
  }

  /// The status of the path's last part itself, even if it is a link.
  init?(of path: String) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    self.status = status
  }

  var isFolder: Bool { status.st_mode & S_IFMT == S_IFDIR }
  var isRegularFile: Bool { status.st_mode & S_IFMT == S_IFREG }
  var isSymbolicLink: Bool { status.st_mode & S_IFMT == S_IFLNK }
  var size: Int { Int(status.st_size) }
  var linkCount: Int { Int(status.st_nlink) }
  var userID: uid_t { status.st_uid }
  var owner: String { userName(status.st_uid) }

  /// Whether members of the folder's group share what is made in it.
  var isSharedByGroup: Bool {
    isFolder && status.st_mode & S_ISGID != 0 && status.st_mode & S_IWGRP != 0
  }

  /// The permission bits as `chmod` takes them: `0660`.
  var octalMode: String {
    let digits = String(status.st_mode & 0o7777, radix: 8)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  func isOnReadOnlyDisk(_ path: String) -> Bool {
    var info = statvfs()
    return statvfs(path, &info) == 0 && info.f_flag & UInt(ST_RDONLY) != 0
  }
}
