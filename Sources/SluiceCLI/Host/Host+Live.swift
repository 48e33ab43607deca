import Glibc
import SluiceCore

extension Host {
  /// The machine that the program runs on.
  static func live() -> Host {
    Host(
      arguments: Array(CommandLine.arguments.dropFirst()),
      variable: { name in getenv(name).map { String(cString: $0) } },
      output: .descriptor(1), messages: .descriptor(2), hasKeyboard: isatty(0) == 1,
      now: { .now() }, user: userName, openEngine: openLocalEngine,
      checkScreen: Host.checkScreen, showBoard: Host.showBoard)
  }

  /// The name of the effective user; the number if the system has no name for it.
  private static func userName() -> String {
    guard let entry = getpwuid(geteuid()), let name = entry.pointee.pw_name else {
      return "uid\(geteuid())"
    }
    return String(cString: name)
  }
}

extension Timestamp {
  /// The time of the system's clock.
  static func now() -> Timestamp {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Timestamp(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}
