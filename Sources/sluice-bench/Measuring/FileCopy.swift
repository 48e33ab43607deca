import Glibc

extension Tools {
  /// Copies a file that nobody writes to, over another of that name.
  static func copy(_ source: String, to target: String) throws(BenchError) {
    let input = open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw .system("open") }
    defer { close(input) }
    let output = open(target, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard output >= 0 else { throw .system("open") }
    defer { close(output) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(input, &buffer, buffer.count)
      guard count >= 0 else { throw .system("read") }
      if count == 0 { return }
      guard write(output, buffer, count) == count else { throw .system("write") }
    }
  }
}
