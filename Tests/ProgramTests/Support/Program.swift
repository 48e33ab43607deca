import Glibc

/// The built program.
enum Program {
  /// Beside the executable that these tests are part of, wherever the build put both.
  static let path: String = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let bytes = buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }
    let tests = String(decoding: bytes, as: UTF8.self)
    return tests.prefix(upTo: tests.lastIndex(of: "/") ?? tests.startIndex) + "/sluice"
  }()

  /// What a process printed, and how it ended.
  struct Outcome {
    let status: ExitStatus
    let output: String
    let messages: String
  }

  /// Runs a command without a terminal until it ends.
  static func run(
    _ arguments: [String], environment: [String: String], input: String = "/dev/null"
  ) throws(SystemFailure) -> Outcome {
    let output = try Pipe()
    let messages = try Pipe()
    let child = try ChildProcess(
      arguments, environment: environment,
      descriptors: [
        .file(input, flags: O_RDONLY), .copy(of: output.writing), .copy(of: messages.writing),
      ])
    output.closeWriting()
    messages.closeWriting()
    let deadline = Deadline()
    while !(output.isAtEnd && messages.isAtEnd) || child.poll() == nil {
      guard !deadline.isOver else { throw SystemFailure("\(arguments)", ETIMEDOUT) }
      output.read(waiting: messages.isAtEnd ? 5 : 0)
      messages.read(waiting: 2)
    }
    guard let status = child.poll() else { throw SystemFailure("waitpid") }
    return Outcome(status: status, output: output.text, messages: messages.text)
  }
}
