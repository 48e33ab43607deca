import Glibc

extension Tools {
  /// What a program writes until it ends.
  static func output(of words: [String]) throws(BenchError) -> String {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else { throw .system("pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[0]) }
    let nothing = open("/dev/null", O_RDONLY | O_CLOEXEC)
    let process: pid_t
    do {
      defer {
        close(ends[1])
        close(nothing)
      }
      process = try Spawning.start(words, .pipes(input: nothing, output: ends[1]))
    }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = read(ends[0], &chunk, chunk.count)
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    waitpid(process, nil, 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes a file anew.
  static func replace(_ path: String, by text: String) throws(BenchError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .system("open") }
    put(text, to: descriptor)
    close(descriptor)
  }
}
