import Drawing
import Glibc

/// A screen without a terminal: events come from a script, and bytes are counted.
///
/// Frames become bytes the way the terminal's screen makes them.
final class ScriptedScreen: Screen {
  let size: Size
  /// How many bytes all frames but the first took.
  private(set) var bytes = 0
  /// The last frames shown, when they are kept.
  private(set) var frames: [Frame] = []

  private var encoder: FrameEncoder
  private var shown: Frame?
  private var buffer: [UInt8] = []
  private let script: [InputEvent]
  private var step = 0
  private let keepsFrames: Bool

  /// A screen that reports the events one by one and then that the program should end.
  init(_ script: [InputEvent], palette: Palette, size: Size, keepsFrames: Bool = false) {
    self.script = script
    self.size = size
    self.keepsFrames = keepsFrames
    encoder = FrameEncoder(palette: palette, depth: .indexed256, controls: .ansi)
  }

  func present(_ frame: Frame) {
    encoder.encode(frame, after: shown, into: &buffer)
    if step > 0 { bytes += buffer.count }
    buffer.removeAll(keepingCapacity: true)
    shown = frame
    if keepsFrames { frames.append(frame) }
  }

  func wait(alsoReadable descriptors: [Int32], timeoutMilliseconds: Int?) -> [InputEvent] {
    guard step < script.count else { return [.terminate(signal: SIGTERM)] }
    defer { step += 1 }
    return [script[step]]
  }

  func adopt(_ palette: Palette) {
    encoder = FrameEncoder(palette: palette, depth: .indexed256, controls: .ansi)
    shown = nil
  }

  func release() {}
  func reclaim() {}
  func suspend() {}
  func close() {}
}
