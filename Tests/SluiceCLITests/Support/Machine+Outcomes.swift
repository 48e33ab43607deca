@testable import SluiceCLI

extension Machine.Run {
  /// A run that did what was asked, and what it printed.
  static func done(_ output: String, noting messages: String = "") -> Machine.Run {
    Machine.Run(exit: .done, output: lines(output), messages: lines(messages))
  }

  /// A run that did not, with what it said of that.
  static func failed(
    _ exit: ExitCode, _ messages: String, printing output: String = ""
  ) -> Machine.Run {
    Machine.Run(exit: exit, output: lines(output), messages: lines(messages))
  }

  /// Every line ends, also the last.
  private static func lines(_ text: String) -> String {
    text.isEmpty ? "" : text + "\n"
  }
}
