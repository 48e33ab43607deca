import Glibc

/// How soon a move on one board stands on another, both on one server.
struct LiveFigures {
  let file: ServedFile
  let rounds: Int

  private static let patience: Int64 = 5_000_000_000

  func measure() throws(BenchError) -> Section {
    defer { file.remove() }
    let socket = try Database.cacheFolder() + "/served.sock"
    unlink(socket)
    let server = try ServingProcess.ours(file, socket: socket)
    let first = try open(socket)
    let second = try open(socket)
    var delays = Samples()
    for round in 0...rounds {
      // There and back again, and not in step with whatever the programs do at regular times.
      _ = first.read(nanoseconds: Int64(200_000_000 + round * 7_919 % 60 * 1_000_000))
      _ = second.read(nanoseconds: 50_000_000)
      let pressed = Clock.now
      first.type(round % 2 == 0 ? "L" : "H")
      guard let seen = second.readFirst(within: Self.patience) else {
        throw BenchError("The move did not appear on the other board within 5 seconds.")
      }
      if round > 0 { delays.add(seen - pressed) }
    }
    try first.leave()
    try second.leave()
    _ = consume server
    var section = Section(title: "Two boards on one server")
    section.figures = [
      Figure(
        name: "a move on the other board, median", unit: .milliseconds,
        value: delays.median / 1e6, target: .valueAtMost(100)),
      Figure(
        name: "a move on the other board, slowest of \(rounds)", unit: .milliseconds,
        value: delays.largest / 1e6),
    ]
    section.notes = ["From the key on one board to the first byte of the new screen of the other."]
    return section
  }

  /// A board that has fallen quiet.
  private func open(_ socket: String) throws(BenchError) -> TerminalSession {
    let session = try TerminalSession(
      [
        try Tools.board(), "--server", "unix:\(socket)", "--organization", file.organization,
        "--project", FillPlan.mainKey,
      ], environment: ["XDG_CONFIG_HOME": try Database.cacheFolder() + "/config"])
    // A program that waits for a server looks as quiet as one that is done.
    var bytes = 0
    let end = Clock.now + Self.patience
    while bytes < 1_000 {
      guard Clock.now < end else { throw BenchError("The board on the server did not appear.") }
      bytes += try session.readUntilQuiet().bytes
    }
    return session
  }
}
