import Glibc

/// Where text goes: a descriptor, or memory in tests.
final class Output {
  /// Whether a person sees it.
  let isTerminal: Bool
  /// How wide it is, if it is a terminal.
  let columns: Int?
  /// What has not been written yet.
  private var pending: [UInt8] = []
  private let sink: ([UInt8]) -> Int32

  /// A place for text.
  ///
  /// `sink` writes bytes and returns 0, or what went wrong as the system's error number.
  init(isTerminal: Bool, columns: Int?, sink: @escaping ([UInt8]) -> Int32) {
    self.isTerminal = isTerminal
    self.columns = columns
    self.sink = sink
  }

  /// Adds text; it is written when much has gathered or on `flush`.
  func write(_ text: String) throws(Failure) {
    pending += text.utf8
    if pending.count >= 1 << 16 { try flush() }
  }

  /// Writes what has gathered.
  func flush() throws(Failure) {
    guard !pending.isEmpty else { return }
    let bytes = pending
    pending = []
    let problem = sink(bytes)
    guard problem == 0 else { throw .system(problem, "The output cannot be written") }
  }
}

extension Output {
  /// The output behind a file descriptor.
  static func descriptor(_ descriptor: Int32) -> Output {
    let isTerminal = isatty(descriptor) == 1
    return Output(
      isTerminal: isTerminal, columns: isTerminal ? terminalColumns(descriptor) : nil
    ) { bytes in
      var written = 0
      while written < bytes.count {
        let count = bytes[written...].withUnsafeBytes {
          Glibc.write(descriptor, $0.baseAddress, $0.count)
        }
        if count > 0 { written += count } else if errno != EINTR { return giveUp(errno) }
      }
      return 0
    }
  }

  /// Ends the program as a closed pipe does by default, also where a parent had that signal ignored.
  private static func giveUp(_ number: Int32) -> Int32 {
    guard number == EPIPE else { return number }
    signal(SIGPIPE, SIG_DFL)
    raise(SIGPIPE)
    return number
  }

  private static func terminalColumns(_ descriptor: Int32) -> Int? {
    var size = winsize()
    guard ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
