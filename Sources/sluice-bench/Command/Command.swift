/// What this program was asked to do.
enum Command {
  case fill(Filling)

  init(reading arguments: [String]) throws(BenchError) {
    self = .fill(Filling(path: arguments[1], tickets: Int(arguments[3])!, seed: 1))
  }
  func run() throws(BenchError) {
    if case .fill(let filling) = self { try filling.run() }
  }
}
