import Glibc
import SluiceTUI

/// Runs programs for custom commands: their arguments are handed over as they are, and no shell reads them.
enum CustomProgram {
  /// Runs a program on the terminal and waits for it; its exit status, 128 and the signal where one ended it.
  ///
  /// What a program that failed has said can be read until the user goes on.
  static func run(_ call: ProgramCall) -> Result<Int32, EditorError> {
    let signals = TerminalSignals()
    defer { signals.takeBack() }
    var attributes = signals.attributesOfChild()
    defer { posix_spawnattr_destroy(&attributes) }
    let result = spawn(call, &attributes, nil).flatMap { wait(for: $0, of: call) }
    if case .success(let status) = result, status != 0 {
      TerminalPause.untilRead(
        saying: "command \(call.name) ended with \(status) — press enter to go back")
    }
    return result
  }

  /// Runs a program that neither reads from the terminal nor writes to it, and waits for it.
  @Sendable static func runInBackground(_ call: ProgramCall) -> Result<Int32, EditorError> {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own, so that keys such as ^C do not reach it.
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in Int32(0)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    return spawn(call, &attributes, &actions).flatMap { wait(for: $0, of: call) }
  }

  private static func spawn(
    _ call: ProgramCall, _ attributes: inout posix_spawnattr_t,
    _ actions: UnsafeMutablePointer<posix_spawn_file_actions_t>?
  ) -> Result<pid_t, EditorError> {
    // A text with a NUL would end there, so that the rest of it were lost.
    let words = call.arguments.map { String($0.map { $0 == "\0" ? "\u{FFFD}" : $0 }) }
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    let status = posix_spawnp(&process, words[0], actions, &attributes, &arguments, environ)
    guard status == 0 else {
      let reason = String(cString: strerror(status))
      return .failure(EditorError("“\(words[0])” for \(call.name) cannot be run: \(reason)."))
    }
    return .success(process)
  }

  private static func wait(for process: pid_t, of call: ProgramCall) -> Result<Int32, EditorError> {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else {
        return .failure(EditorError("What became of \(call.name) is not known."))
      }
    }
    return .success(status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + (status & 0x7F))
  }
}
