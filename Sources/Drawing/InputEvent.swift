/// What a terminal reports.
public enum InputEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)

  /// Text was pasted, as it came; whoever shows or keeps it makes it visible text.
  case paste(String)

  /// The terminal has a new size.
  case resized(Size)

  /// The program was stopped and goes on; the next frame repaints everything.
  case resumed

  /// The program was asked to end by a signal, or the terminal is gone (`SIGHUP`).
  case terminate(signal: Int32)
}
