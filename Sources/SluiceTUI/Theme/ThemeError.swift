/// Everything that is wrong with a theme file.
public struct ThemeError: Error, Equatable, CustomStringConvertible {
  /// One fault and where it is.
  public struct Problem: Equatable, Sendable {
    /// The line, from 1.
    public let line: Int

    /// What is wrong and what was expected.
    public let message: String
  }

  /// The file, as the reader of the message knows it.
  public let file: String

  /// The faults in order of their lines; never empty.
  public let problems: [Problem]

  /// One line per fault: the file, the line and the fault.
  public var description: String {
    problems.map { "\(file), line \($0.line): \($0.message)" }.joined(separator: "\n")
  }
}
