import FoundationEssentials
import Glibc
import Testing

/// Processes of the program that work on one file at the same time.
struct Crowd {
  /// What became of a command.
  struct Ending {
    let command: CrowdCommand
    let status: ExitStatus
    let output: String
  }

  let place: Workplace
  let size = 8

  /// Runs commands until there are no more, as many at once as the crowd is large; each is made up when
  /// a process has ended.
  func run(_ next: (Int) -> CrowdCommand?) throws -> [Ending] {
    var endings: [Ending] = []
    var running: [(command: CrowdCommand, run: BackgroundRun)?] = Array(repeating: nil, count: size)
    var isOver = false
    repeat {
      for slot in running.indices {
        if let (command, run) = running[slot] {
          guard run.hasEnded else { continue }
          let (status, output) = try run.end()
          endings.append(Ending(command: command, status: status, output: output))
          running[slot] = nil
        }
        guard !isOver, let command = next(slot) else {
          isOver = true
          continue
        }
        running[slot] = (command, try BackgroundRun(at: place, command.arguments))
      }
      usleep(200)
    } while running.contains { $0 != nil }
    return endings
  }

  /// Runs one command of each at once.
  func all(_ make: (Int) -> CrowdCommand) throws -> [Ending] {
    let runs = try (0..<size).map { slot in
      let command = make(slot)
      return (command, try BackgroundRun(at: place, command.arguments))
    }
    return try runs.map { command, run in
      let (status, output) = try run.end()
      return Ending(command: command, status: status, output: output)
    }
  }
}

/// What a command printed when it was done.
struct Acknowledgement: Decodable {
  let key: String?
  let version: Int?
  let change: Int64?
  /// Only where something is taken back or made again.
  let deleted: Bool?

  init(_ output: String) throws {
    self = try JSONDecoder().decode(Acknowledgement.self, from: Data(output.utf8))
  }
}
