import Glibc
import Testing

/// A run of the program beside the story, which may kill it.
final class BackgroundRun {
  private let child: ChildProcess
  private let output: Pipe

  init(at place: Workplace, _ arguments: [String]) throws {
    output = try Pipe()
    child = try ChildProcess(
      [Program.path, "--db", place.database] + arguments, environment: place.environment,
      descriptors: [
        .file("/dev/null", flags: O_RDONLY), .copy(of: output.writing),
        .file("/dev/null", flags: O_WRONLY),
      ])
    output.closeWriting()
  }

  var hasEnded: Bool { child.poll() != nil }

  /// Kills it then, if it still runs.
  func kill(after microseconds: Int) {
    usleep(UInt32(microseconds))
    child.send(SIGKILL)
  }

  /// Waits until it has ended, and tells what it had printed.
  func end() throws -> (status: ExitStatus, output: String) {
    let deadline = Deadline()
    while !output.isAtEnd, !deadline.isOver { output.read(waiting: 10) }
    while child.poll() == nil, !deadline.isOver { usleep(100) }
    return (try #require(child.poll()), output.text)
  }
}
