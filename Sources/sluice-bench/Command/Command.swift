/// What this program was asked to do.
enum Command {
  case measure([Topic], Options)
  case fill(Filling)
  case help
  /// Shows the same screen again and again, for a tool that counts instructions.
  case drawOnce(DrawRepetition)
  /// Writes beside others, as one of several processes.
  case writeBeside(WritingCompanion)
  /// Moves tickets when it is told to.
  case moveOnDemand(MovingCompanion)
  /// Serves with a setting that the program does not offer.
  case serveInGroups(ServingCompanion)
  /// Serves by C.
  case serveInC(ServingInC)

  /// What can be measured by itself.
  enum Topic: String, CaseIterable {
    case decide, start, draw, read, filter, write, change, triage, see, serve
  }

  static let usage = """
    Usage:
      sluice-bench [decide|start|draw|read|filter|write|change|triage|see|serve] [--db FILE]
                   [--tickets N,N,N] [--rounds N] [--json]
      sluice-bench fill FILE --tickets N [--seed S]

    Prints the figures of the program, each beside what it is held against, measured in the same
    rounds. Databases are made when they are missing and kept in the cache folder of the user.
    """

  init(reading words: [String]) throws(BenchError) {
    let rest = words.dropFirst()
    switch words.first {
    case "--help", "-h", "help": self = .help
    case "fill": self = .fill(try Self.filling(rest))
    case DrawRepetition.verb: self = .drawOnce(try DrawRepetition(rest))
    case WritingCompanion.verb: self = .writeBeside(try WritingCompanion(rest))
    case MovingCompanion.verb: self = .moveOnDemand(try MovingCompanion(rest))
    case ServingCompanion.verb: self = .serveInGroups(try ServingCompanion(rest))
    case ServingInC.verb: self = .serveInC(try ServingInC(rest))
    case let word?:
      if let topic = Topic(rawValue: word) {
        self = .measure([topic], try Options(rest))
      } else {
        self = .measure(Topic.allCases, try Options(words[...]))
      }
    case nil: self = .measure(Topic.allCases, try Options([]))
    }
  }

  private static func filling(_ words: ArraySlice<String>) throws(BenchError) -> Filling {
    guard let path = words.first, !path.hasPrefix("-"), words.contains("--tickets") else {
      throw BenchError("fill needs a file and a number of tickets.\n\n\(usage)")
    }
    let options = try Options(words.dropFirst())
    return Filling(path: path, tickets: options.sizes.first ?? 0, seed: options.seed)
  }

  func run() throws(BenchError) {
    switch self {
    case .measure(let topics, let options): try Measurement(topics, options).run()
    case .fill(let filling): try filling.run()
    case .help: put(Self.usage + "\n")
    case .drawOnce(let repetition): try repetition.run()
    case .writeBeside(let companion): try companion.run()
    case .moveOnDemand(let companion): try companion.run()
    case .serveInGroups(let companion): try companion.run()
    case .serveInC(let server): try server.run()
    }
  }
}
