import CNcurses
public import Drawing
import Glibc

/// A terminal opened through ncurses.
///
/// ncurses loads terminfo and makes keys of bytes; frames are written as differences by
/// ``FrameEncoder``, for curses' own output knows no RGB and cuts emoji clusters. Nothing is asked
/// of the terminal, so nothing waits for it. One screen may be open at a time.
public final class NcursesScreen: Screen {
  /// The present size in cells.
  public internal(set) var size: Size

  let capabilities: TerminalCapabilities
  /// The colours that are used.
  public var colorDepth: ColorDepth { capabilities.depth }
  let signals: SignalPipe
  /// Input is read through a pad, which curses never refreshes by itself.
  let pad: UnsafeMutablePointer<WINDOW>
  var decoder = KeyDecoder()
  var lastInput: Int64 = 0
  var pending: [InputEvent] = []
  var isHungUp = false

  private let foundModes: TerminalModes
  private let screenModes: TerminalModes
  private var encoder: FrameEncoder
  private var shown: Frame?
  private var buffer: [UInt8]
  private var isActive = true
  private var isClosed = false

  /// Takes the terminal on standard input and output.
  ///
  /// - Parameters:
  ///   - palette: What frames are painted with.
  ///   - depth: The colours to use; what the environment and terminfo say if left out.
  ///   - charset: The characters to use; what the locale says if left out.
  /// - Throws: ``TerminalError`` when there is no terminal, or not one that can show a screen.
  public init(
    palette: Palette, depth: ColorDepth? = nil, charset: Charset? = nil
  ) throws(TerminalError) {
    foundModes = try NcursesScreen.modesOfTerminal()
    setlocale(LC_CTYPE, "")
    // Before newterm, which leaves signals alone that have handlers.
    signals = try SignalPipe()
    do throws(TerminalError) {
      pad = try NcursesScreen.openPad()
      guard let capabilities = TerminalCapabilities(depth: depth, charset: charset) else {
        throw .cannotAddressCursor(Environment.value("TERM"))
      }
      self.capabilities = capabilities
    } catch {
      foundModes.apply(to: STDIN_FILENO)
      signals.close()
      throw error
    }
    screenModes = TerminalModes(of: STDIN_FILENO) ?? foundModes
    encoder = FrameEncoder(
      palette: palette, depth: capabilities.depth, charset: capabilities.charset,
      controls: capabilities.controls)
    size = NcursesScreen.measure()
    buffer = capabilities.markPastes
    TerminalGuard.arm(output: STDOUT_FILENO, modes: foundModes, leave: capabilities.leave)
  }

  deinit {
    close()
  }

  /// Writes what differs from the last frame, in one call.
  public func present(_ frame: Frame) {
    guard isActive else { return }
    encoder.encode(frame, after: shown, into: &buffer)
    shown = frame
    flush()
  }

  /// Paints with another palette from the next frame on.
  public func adopt(_ palette: Palette) {
    encoder = FrameEncoder(
      palette: palette, depth: capabilities.depth, charset: capabilities.charset,
      controls: capabilities.controls)
    shown = nil
  }

  /// Gives the terminal back in the state it was found in.
  public func release() {
    guard isActive else { return }
    isActive = false
    buffer = capabilities.leave
    flush()
    foundModes.apply(to: STDIN_FILENO)
    TerminalGuard.disarm()
  }

  /// Takes the terminal again; the next frame repaints everything.
  public func reclaim() {
    guard !isActive, !isClosed else { return }
    isActive = true
    screenModes.apply(to: STDIN_FILENO)
    TerminalGuard.arm(output: STDOUT_FILENO, modes: foundModes, leave: capabilities.leave)
    buffer = capabilities.enter
    repaint()
  }

  /// Stops the program as job control does and returns when it goes on.
  public func suspend() {
    release()
    signals.stop()
    // What came while the program stood still is told anew: its size, and that it goes on.
    let signals = signals.take().filter { $0 != SIGCONT && $0 != SIGTSTP }
    for signal in signals { pending += events(for: signal) }
    reclaim()
    pending.append(.resumed)
  }

  /// Restores the terminal for good.
  public func close() {
    guard !isClosed else { return }
    release()
    isClosed = true
    signals.close()
    delwin(pad)
  }

  /// Forgets what is shown and measures the terminal anew.
  func repaint() {
    shown = nil
    encoder.forget()
    updateSize()
  }

  /// Measures the terminal and notes a change.
  func updateSize() {
    let measured = NcursesScreen.measure()
    guard measured != size else { return }
    size = measured
    pending.append(.resized(measured))
  }

  private func flush() {
    defer { buffer.removeAll(keepingCapacity: true) }
    guard !buffer.isEmpty, !isHungUp else { return }
    isHungUp = !TerminalOutput.write(buffer, to: STDOUT_FILENO)
  }
}
