import CNcurses
public import Drawing
import Glibc

extension NcursesScreen {
  /// Waits for the terminal, another descriptor or the clock; see ``Drawing/Screen``.
  public func wait(
    alsoReadable descriptors: [Int32], timeoutMilliseconds: Int?
  ) -> [InputEvent] {
    if !pending.isEmpty { return takePending() }
    var polled = ([STDIN_FILENO, signals.descriptor] + descriptors).map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    let timeout = timeoutMilliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
    let count = poll(&polled, nfds_t(polled.count), timeout)
    guard count != 0 else { return [] }
    for signal in signals.take() { pending += events(for: signal) }
    // After an interrupted poll there is nothing to learn from what it left.
    guard count > 0 else { return takePending() }
    let state = Int32(polled[0].revents)
    if state & POLLIN != 0 { readKeys() }
    if state & (POLLHUP | POLLERR | POLLNVAL) != 0 || isHungUp { hangUp() }
    return takePending()
  }

  /// What a signal means; those that only concern the screen are dealt with here.
  func events(for signal: Int32) -> [InputEvent] {
    switch signal {
    case SIGWINCH:
      updateSize()
      return []
    case SIGTSTP:
      suspend()
      return []
    case SIGCONT:
      // Stopped by SIGSTOP: whoever had the terminal meanwhile left it as it pleased.
      release()
      reclaim()
      return [.resumed]
    default: return [.terminate(signal: signal)]
    }
  }

  private func takePending() -> [InputEvent] {
    defer { pending = [] }
    return pending
  }

  private func hangUp() {
    isHungUp = true
    pending.append(.terminate(signal: SIGHUP))
  }

  /// Takes every key that is there.
  private func readKeys() {
    abandonOverdue()
    var isEmpty = true
    while true {
      if decoder.isPasting {
        guard readPaste() else { break }
        isEmpty = false
        continue
      }
      let code = wgetch(pad)
      guard code != ERR else { break }
      isEmpty = false
      feed(code)
    }
    decoder.endBatch()
    pending += decoder.takeEvents()
    if isEmpty, bytesWaiting == 0, isAtEnd { hangUp() }
  }

  private func feed(_ code: Int32) {
    if code < 0x100 {
      decoder.feed(UInt8(truncatingIfNeeded: code))
    } else if code == KeyCodes.pasteStart {
      decoder.beginPaste()
    } else if code == KEY_MOUSE {
      // A report nobody asked for: curses took its head, the decoder swallows the rest.
      for byte in "\u{1B}[<".utf8 { decoder.feed(byte) }
    } else if let key = KeyCodes.key(code) {
      decoder.feed(key)
    }
  }

  /// Takes what there is of a paste, past curses, which would read it byte by byte.
  private func readPaste() -> Bool {
    guard bytesWaiting > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: decoder.bytesToEndOfPaste)
    let count = read(STDIN_FILENO, &bytes, bytes.count)
    for byte in bytes.prefix(max(0, count)) { decoder.feed(byte) }
    return count > 0
  }

  /// Gives up on a sequence or a paste whose rest never came, so that keys work again.
  private func abandonOverdue() {
    let now = NcursesScreen.milliseconds()
    let patience: Int64 = decoder.isPasting ? 5000 : 100
    if decoder.isWaiting, now - lastInput > patience { decoder.abandon() }
    lastInput = now
  }

  private var bytesWaiting: Int32 {
    var count: Int32 = 0
    return ioctl(STDIN_FILENO, UInt(FIONREAD), &count) == 0 ? count : 0
  }

  /// Whether the terminal is readable and has nothing: its other end is gone.
  private var isAtEnd: Bool {
    var polled = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&polled, 1, 0) > 0 && bytesWaiting == 0
  }

  private static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
