/// Why there is no screen to draw on.
public enum TerminalError: Error, Equatable, CustomStringConvertible {
  /// Standard input or output is not a terminal; the payload says which.
  case notATerminal(String)

  /// `TERM` is unset or names a terminal that terminfo does not know.
  case unknownTerminal(String)

  /// The terminal cannot address its cursor.
  case cannotAddressCursor(String)

  /// A system call failed; the payload names it and gives its `errno`.
  case failed(String, errno: Int32)

  /// One sentence for a person, without its full stop.
  public var description: String {
    switch self {
    case .notATerminal(let stream): "\(stream) is not a terminal"
    case .unknownTerminal(""): "TERM is not set, so the terminal is unknown"
    case .unknownTerminal(let name): "there is no terminfo entry for TERM=\(name)"
    case .cannotAddressCursor(let name): "a terminal of type \(name) cannot move its cursor"
    case .failed(let call, let errno): "the terminal cannot be used: \(call) failed (\(errno))"
    }
  }

  /// What would help, if anything does, as a sentence without its full stop.
  public var remedy: String? {
    guard case .unknownTerminal = self else { return nil }
    return "Try TERM=xterm-256color"
  }
}
