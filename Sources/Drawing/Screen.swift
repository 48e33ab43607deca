/// The terminal as the program sees it: frames go in, events come out.
public protocol Screen: AnyObject {
  /// The present size in cells.
  var size: Size { get }

  /// Shows a frame by writing what differs from the last one; nothing is written when nothing does.
  func present(_ frame: Frame)

  /// Waits for the terminal, for one of the other descriptors to become readable, or for the time
  /// to run out, and returns everything the terminal had, oldest first.
  ///
  /// Keys that are already there are all returned at once, so that they are drawn once. The list is
  /// empty when another descriptor or the clock ended the wait.
  ///
  /// - Parameters:
  ///   - descriptors: File descriptors whose readability also ends the wait; they are not read.
  ///   - timeoutMilliseconds: The longest wait; `nil` waits without end.
  /// - Returns: What happened, or nothing.
  func wait(alsoReadable descriptors: [Int32], timeoutMilliseconds: Int?) -> [InputEvent]

  /// Paints with another palette from the next frame on, which repaints everything.
  func adopt(_ palette: Palette)

  /// Gives the terminal back in the state it was found in, for an editor or a pager.
  func release()

  /// Takes the terminal again after ``release()``; the next frame repaints everything.
  func reclaim()

  /// Stops the program as job control does and returns when it goes on; the next wait reports
  /// ``InputEvent/resumed``.
  func suspend()

  /// Restores the terminal for good. May be called more than once.
  func close()
}
