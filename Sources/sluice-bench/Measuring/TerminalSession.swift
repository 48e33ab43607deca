import Glibc

/// A program on a terminal of its own, read as fast as it writes.
final class TerminalSession {
  /// What a program wrote until it fell quiet.
  struct Burst {
    var bytes = 0
    /// How many reads it took; what is written at once is read at once.
    var reads = 0
    var first: Int64 = 0
    var last: Int64 = 0
  }

  let process: pid_t
  /// When it was started.
  let start: Int64
  private let master: Int32
  private var isReaped = false

  /// No byte and no work for this long is quiet, in nanoseconds.
  private static let settle: Int64 = 25_000_000
  private static let longest: Int64 = 20_000_000_000

  /// Starts a program on a terminal of that size.
  init(
    _ words: [String], columns: Int = 120, rows: Int = 40, environment: [String: String] = [:]
  ) throws(BenchError) {
    var (master, slave): (Int32, Int32) = (-1, -1)
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { throw .system("openpty") }
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    _ = fcntl(slave, F_SETFD, FD_CLOEXEC)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    defer { close(slave) }
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    self.master = master
    let variables = [
      "TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "COLORTERM": "", "NO_COLOR": "",
      // What is remembered between runs is kept apart from the user's own.
      "XDG_STATE_HOME": try Database.cacheFolder() + "/state",
    ].merging(environment) { $1 }
    start = Clock.now
    process = try Spawning.start(words, environment: variables, .terminal(name: path))
  }

  deinit {
    if !isReaped {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(master)
  }

  /// Types something.
  func type(_ text: String) {
    put(text, to: master)
  }

  /// Reads until neither a byte comes nor the program works; calls `atFirst` when the first bytes are there.
  func readUntilQuiet(atFirst: () -> Void = {}) throws(BenchError) -> Burst {
    var burst = Burst()
    var quietSince = Clock.now
    let begin = quietSince
    var work = Clock.processor(of: process)
    while Clock.now - begin < Self.longest {
      if readOnce(into: &burst) {
        if burst.reads == 1 { atFirst() }
        quietSince = Clock.now
        continue
      }
      guard Clock.now - quietSince >= Self.settle else { continue }
      let now = Clock.processor(of: process)
      guard now != work else { return burst }
      (work, quietSince) = (now, Clock.now)
    }
    throw BenchError("The program did not fall quiet within 20 seconds.")
  }

  /// Reads until the first byte comes, for at most so many nanoseconds; answers when it came.
  func readFirst(within patience: Int64) -> Int64? {
    let begin = Clock.now
    var burst = Burst()
    while Clock.now - begin < patience {
      if readOnce(into: &burst) { return burst.first }
    }
    return nil
  }

  /// Reads for so long and tells what came.
  func read(nanoseconds: Int64) -> Burst {
    let begin = Clock.now
    var burst = Burst()
    while Clock.now - begin < nanoseconds { _ = readOnce(into: &burst) }
    return burst
  }

  /// Waits a little for bytes and takes what there is.
  private func readOnce(into burst: inout Burst) -> Bool {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, 5) > 0 else { return false }
    let count = withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 8) {
      Glibc.read(master, $0.baseAddress, $0.count)
    }
    guard count > 0 else { return false }
    burst.last = Clock.now
    if burst.reads == 0 { burst.first = burst.last }
    burst.bytes += count
    burst.reads += 1
    return true
  }

  /// Lets the program leave by itself.
  func leave() throws(BenchError) {
    type("q")
    _ = read(nanoseconds: 1_000_000)
    let deadline = Clock.now + 5_000_000_000
    while waitpid(process, nil, WNOHANG) == 0 {
      guard Clock.now < deadline else { throw BenchError("The program did not leave.") }
      _ = read(nanoseconds: 1_000_000)
    }
    isReaped = true
  }
}
