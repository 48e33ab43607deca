import Drawing
import SluiceCore
import SluiceTUI
import Terminal

extension Host {
  /// Shows the screen on this process' terminal until the user leaves it.
  static func showBoard(_ opening: BoardOpening) throws(Failure) -> BoardEnding {
    throw Failure(
      exit: .unavailable, code: "NO_BOARD", message: "This build has no board.",
      nextCommand: "sluice ticket list")
  }
}
