/// How a run of the program ended, as scripts see it.
enum ExitCode: Int32, CaseIterable, Sendable {
  case done = 0
  case failed = 1
  case usage = 2
  case notFound = 3
  case conflict = 5
  /// A rule refused it: of the workflow, or of what a workflow is.
  case refused = 6
  case unavailable = 69
  /// Reading or writing failed, or the disk is full.
  case inputOutput = 74
  case tryAgain = 75
  case permission = 77
  /// A file or a setting is not usable.
  case configuration = 78
  /// Stopped from the keyboard, as shells number it.
  case interrupted = 130

  /// What it means, for help.
  var meaning: String {
    switch self {
    case .done: "done, also when there was nothing to show"
    case .failed: "failed, for example a file that cannot be imported"
    case .usage: "the command line was not understood"
    case .notFound: "there is no such thing"
    case .conflict: "something changed meanwhile, or is in the way"
    case .refused: "a rule refused it: a move, a value, or a definition with faults"
    case .unavailable: "needs something that is not there, such as a terminal"
    case .inputOutput: "reading or writing failed, or the disk is full"
    case .tryAgain: "cannot be done now; try again"
    case .permission: "not permitted"
    case .configuration: "a file or a setting is not usable"
    case .interrupted: "stopped from the keyboard; what was not done leaves no trace"
    }
  }
}
