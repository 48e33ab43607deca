/// What single requests cost, beside the same server in C, in turns.
struct RequestFigures {
  let ours: ServedFile
  let theirs: ServedFile
  let rounds: Int

  private static let connections = [1, 16, 64]
  private static let seconds = 1

  /// Runs of one kind with one number of connections.
  private struct Runs {
    var processor = Samples()
    var rate = Samples()
    var median = Samples()
    var slowest = Samples()

    mutating func add(_ run: LoadRun) {
      processor.add(run.processor)
      rate.add(run.rate)
      median.add(run.median)
      slowest.add(run.slowest)
    }
  }

  /// One server and how far its moves have come.
  private struct Side {
    let file: ServedFile
    let server: ServingProcess
    var moved = 0

    mutating func run(isMoving: Bool, _ connections: Int, _ seconds: Int) throws(BenchError)
      -> LoadRun
    {
      let script = isMoving ? LoadScript.moving(file, from: moved) : .reading(file)
      let run = try LoadRun(script, on: server, connections: connections, seconds: seconds)
      // What was on its way when time was over may have been done or not; it is passed over.
      if isMoving { moved += run.requests + connections }
      return run
    }
  }

  func measure(_ title: String) throws(BenchError) -> Section {
    defer { theirs.remove() }
    var our = Side(file: ours, server: try .ours(ours))
    var their = Side(file: theirs, server: try .inC(theirs))
    var section = Section(title: title)
    for isMoving in [false, true] {
      for count in Self.connections {
        var (mine, others) = (Runs(), Runs())
        for turn in 0..<(2 * rounds + 2) {
          // One and the other, the other and one; the first of both are not counted.
          if turn % 4 == 0 || turn % 4 == 3 {
            let run = try our.run(isMoving: isMoving, count, Self.seconds)
            if turn > 1 { mine.add(run) }
          } else {
            let run = try their.run(isMoving: isMoving, count, Self.seconds)
            if turn > 1 { others.add(run) }
          }
        }
        section.figures += Self.figures(
          isMoving ? "transition" : "ticket", count, mine, others)
      }
    }
    return section
  }

  private static func figures(
    _ name: String, _ connections: Int, _ ours: Runs, _ theirs: Runs
  ) -> [Figure] {
    let name = "\(name), \(connections) \(connections == 1 ? "connection" : "connections")"
    return [
      Figure(
        name: name + ", CPU", unit: .milliseconds, value: ours.processor.median,
        baseline: ("same in C", theirs.processor.median), target: .ratioAtMost(1.3)),
      Figure(
        name: name, unit: .perSecond, value: ours.rate.median,
        baseline: ("same in C", theirs.rate.median)),
      Figure(
        name: name + ", p50", unit: .milliseconds, value: ours.median.median,
        baseline: ("same in C", theirs.median.median)),
      Figure(
        name: name + ", p99", unit: .milliseconds, value: ours.slowest.median,
        baseline: ("same in C", theirs.slowest.median)),
    ]
  }
}
