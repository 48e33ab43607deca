/// How a run of the program ended, as scripts see it; the same numbers as `sluice` has.
enum Exit: Int32, Sendable {
  case done = 0
  case failed = 1
  case usage = 2
  case notFound = 3
  case conflict = 5
  case refused = 6
  case unavailable = 69
  case inputOutput = 74
  case tryAgain = 75
  case permission = 77
  case configuration = 78
  case interrupted = 130
}
