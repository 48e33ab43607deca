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

  /// One sentence for a person, and what to do instead.
  public var description: String {
    let hint = "`sluice ticket list` works without a screen"
    return switch self {
    case .notATerminal(let stream): "\(stream) is not a terminal; \(hint)"
    case .unknownTerminal(""): "TERM is not set, so the terminal is unknown; \(hint)"
    case .unknownTerminal(let name):
      "there is no terminfo entry for TERM=\(name); try TERM=xterm-256color, or \(hint)"
    case .cannotAddressCursor(let name):
      "a terminal of type \(name) cannot move its cursor; \(hint)"
    case .failed(let call, let errno):
      "the terminal cannot be used: \(call) failed (\(errno)); \(hint)"
    }
  }
}
