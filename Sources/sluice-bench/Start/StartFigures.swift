/// How long the program takes to start, beside `git`, which nobody calls slow.
struct StartFigures {
  let databases: [Database]
  let rounds: Int

  private static let git = ["git", "--version"]

  /// What was measured of one program that starts and ends.
  private struct Runs {
    var wall = Samples()
    var processor = Samples()

    mutating func add(_ run: ProcessRun) {
      wall.add(run.wall)
      processor.add(run.processor)
    }
  }

  func measure() throws(BenchError) -> Section {
    let board = try Tools.board()
    var git = Runs()
    var version = Runs()
    var paints = databases.map { _ in FirstPaints() }
    for round in 0...rounds {
      var place = 0
      let gitRun = try ProcessRun(of: Self.git)
      let versionRun = try ProcessRun(of: [board, "--version"])
      // The first round warms what is read from the disk.
      if round > 0 {
        git.add(gitRun)
        version.add(versionRun)
      }
      for database in databases {
        try paints[place].add(board, database, isCounted: round > 0)
        place += 1
      }
    }
    return section(git, version, paints)
  }

  private func section(_ git: Runs, _ version: Runs, _ paints: [FirstPaints]) -> Section {
    let gitWall = ("git --version", git.wall.median / 1e6)
    let gitProcessor = ("git --version", git.processor.median / 1e6)
    var section = Section(title: "Start (medians of \(rounds) rounds, exec to exit or last byte)")
    section.figures = [
      Figure(
        name: "sluice --version", unit: .milliseconds, value: version.wall.median / 1e6,
        baseline: gitWall, target: .ratioAtMost(2.2)),
      Figure(
        name: "sluice --version, CPU", unit: .milliseconds, value: version.processor.median / 1e6,
        baseline: gitProcessor),
    ]
    for (database, paint) in zip(databases, paints) {
      section.figures += paint.figures(of: database, gitWall, first: paints.first, databases.first)
    }
    return section
  }
}
