/// What it brings to make the writes of many durable by one commit.
struct CommitFigures {
  let grouped: ServedFile
  let alone: ServedFile
  let rounds: Int

  private static let connections = 64
  private static let seconds = 1

  func measure() throws(BenchError) -> Section {
    defer {
      grouped.remove()
      alone.remove()
    }
    let together = try ServingProcess.ours(grouped)
    let single = try ServingProcess.oneByOne(alone)
    var moved = (together: 0, single: 0)
    var (rates, others, disk) = (Samples(), Samples(), Samples())
    for round in 0...rounds {
      let run = try self.run(grouped, &moved.together, on: together)
      let other = try self.run(alone, &moved.single, on: single)
      guard round > 0 else { continue }
      rates.add(run.rate)
      others.add(other.rate)
      disk.add(try DiskTime(beside: grouped.path, rounds: 50).median)
    }
    var section = Section(title: "Committing together (\(Self.connections) connections)")
    section.figures = [
      Figure(
        name: "transitions", unit: .perSecond, value: rates.median,
        baseline: ("one commit each", others.median), target: .ratioAtLeast(4))
    ]
    section.notes = [
      "fdatasync of 4 KiB took \(fixed(disk.median / 1_000, 0)) µs (median) between these runs."
    ]
    return section
  }

  private func run(
    _ file: ServedFile, _ moved: inout Int, on server: ServingProcess
  ) throws(BenchError) -> LoadRun {
    let run = try LoadRun(
      .moving(file, from: moved), on: server, connections: Self.connections,
      seconds: Self.seconds)
    moved += run.requests + Self.connections
    return run
  }
}
