import Glibc
import SluiceEngine

extension Host {
  /// The machine that the program runs on.
  static func live() -> Host {
    Host(
      arguments: Array(CommandLine.arguments.dropFirst()),
      variable: { name in getenv(name).map { String(cString: $0) } },
      output: .descriptor(1), messages: .descriptor(2), hasKeyboard: isatty(0) == 1,
      readLine: { Swift.readLine() }, readSecret: SecretLine.read,
      showProgress: isatty(2) == 1 ? showProgress : nil, watchInterrupts: InterruptWatch.live,
      endAfter: endAfter, now: LocalEngine.systemTime, user: userName,
      openEngine: openLocalEngine,
      openServer: openRemoteEngine,
      checkScreen: Host.checkScreen, showBoard: Host.showBoard)
  }

  private static func showProgress(_ text: String) {
    let bytes = Array(text.utf8)
    Glibc.write(2, bytes, bytes.count)
  }

  private static func endAfter(milliseconds: Int) {
    signal(SIGALRM) { _ in _exit(0) }
    var timer = itimerval()
    timer.it_value.tv_sec = milliseconds / 1_000
    timer.it_value.tv_usec = milliseconds % 1_000 * 1_000
    setitimer(__itimer_which_t(ITIMER_REAL.rawValue), &timer, nil)
  }

  /// The name of the effective user; the number if the system has no name for it.
  private static func userName() -> String {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else {
      return "uid\(geteuid())"
    }
    return String(cString: name)
  }
}
