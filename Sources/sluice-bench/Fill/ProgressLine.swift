import Glibc

/// One line on the error output that says how far long work has come; silent where no person sees it.
struct ProgressLine {
  private let isShown = isatty(STDERR_FILENO) == 1

  /// Replaces the line.
  func show(_ text: String) {
    guard isShown else { return }
    put("\r\u{1B}[K" + text, to: STDERR_FILENO)
  }

  /// Takes the line away.
  func clear() {
    show("")
  }
}
