import Glibc

/// Another process of this program that does as it is told, line by line.
final class Companion {
  private let process: pid_t
  private let input: Int32
  private let output: Int32
  private var unread: [UInt8] = []

  /// Starts this program once more with other arguments.
  init(_ arguments: [String]) throws(BenchError) {
    var toChild: [Int32] = [-1, -1]
    var fromChild: [Int32] = [-1, -1]
    guard pipe(&toChild) == 0, pipe(&fromChild) == 0 else { throw .system("pipe") }
    for end in toChild + fromChild { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer {
      close(toChild[0])
      close(fromChild[1])
    }
    (input, output) = (toChild[1], fromChild[0])
    process = try Spawning.start(
      [Tools.ownPath] + arguments, .pipes(input: toChild[0], output: fromChild[1]))
  }

  deinit {
    close(input)
    close(output)
    waitpid(process, nil, 0)
  }

  func tell(_ line: String) {
    put(line + "\n", to: input)
  }

  /// The next line that it says.
  func hear() throws(BenchError) -> String {
    while true {
      if let end = unread.firstIndex(of: 0x0A) {
        defer { unread.removeFirst(end + 1) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      var chunk = [UInt8](repeating: 0, count: 4_096)
      let count = read(output, &chunk, chunk.count)
      guard count > 0 else { throw BenchError("A companion process ended before its time.") }
      unread += chunk[..<count]
    }
  }
}
