import Glibc

/// A small file of the user's that several programs may change, each as a whole: whoever reads it sees what was
/// there before or what is there afterwards.
struct LockedFile {
  let path: String

  /// Reads, lets edit and writes what differs, while no other program does.
  func change<Content: Equatable, Value>(
    reading read: () throws(Failure) -> Content, writing text: (Content) -> String,
    _ edit: (inout Content) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let folder = Files.directory(of: path)
    try Files.makeDirectory(folder)
    guard let lock = Files.lockFolder(folder, waiting: true) else {
      throw .system(errno, "The folder “\(folder)” cannot be locked")
    }
    defer { close(lock) }
    let former = try read()
    var content = former
    let value = try edit(&content)
    guard content != former else { return value }
    guard Files.replace(path, with: text(content), throughToDisk: true) else {
      throw .system(errno, "“\(path)” cannot be written")
    }
    return value
  }
}
