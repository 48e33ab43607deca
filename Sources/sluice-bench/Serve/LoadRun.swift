import Glibc
import SluiceCore

/// One run of `wrk` against a server.
struct LoadRun {
  let requests: Int
  /// Replies a second.
  let rate: Double
  /// Half of the replies, and all but one in a hundred, came within so many milliseconds.
  let median: Double
  let slowest: Double
  /// Processor time of the server for one request, in milliseconds.
  let processor: Double

  static func checkTool() throws(BenchError) {
    guard Tools.has("wrk") else {
      throw BenchError("wrk, which loads the server, is not there: apt-get install wrk.")
    }
  }

  /// Sends requests over so many connections for so long, as a script says.
  init(
    _ script: LoadScript, on server: ServingProcess, connections: Int, seconds: Int
  ) throws(BenchError) {
    let path = try Database.cacheFolder() + "/load.lua"
    try Tools.replace(path, by: script.text)
    let before = server.processor
    let output = try Tools.output(of: [
      "wrk", "-t", "1", "-c", "\(connections)", "-d", "\(seconds)s", "-s", path,
      "http://127.0.0.1:\(server.port)",
    ])
    let work = server.processor - before
    guard let line = output.split(separator: "\n").first(where: { $0.hasPrefix("figures ") }) else {
      throw BenchError("wrk said: \(output)")
    }
    let numbers = line.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 5, numbers[0] > 0 else { throw BenchError("wrk said: \(line)") }
    guard numbers[2] == 0 else {
      throw BenchError("\(Int(numbers[2])) of \(Int(numbers[0])) requests failed.")
    }
    requests = Int(numbers[0])
    rate = numbers[0] / numbers[1] * 1e6
    median = numbers[3] / 1e3
    slowest = numbers[4] / 1e3
    processor = Double(work) / numbers[0] / 1e6
  }
}

/// What `wrk` sends.
struct LoadScript {
  let text: String

  /// Asks for tickets at random.
  static func reading(_ file: ServedFile) -> LoadScript {
    LoadScript(
      text: """
        wrk.headers["Authorization"] = "Bearer \(file.token)"
        local ids = {\(file.tickets.map { "\"\($0)\"" }.joined(separator: ","))}
        request = function()
          return wrk.format("GET", "/api/v1/tickets/" .. ids[math.random(#ids)])
        end
        \(report)
        """)
  }

  /// Moves tickets to and fro, beginning with the move of a number.
  static func moving(_ file: ServedFile, from start: Int) -> LoadScript {
    let moves = file.moves.map { "{\"\($0.ticket)\",\"\($0.here.name)\",\"\($0.there.name)\"}" }
    return LoadScript(
      text: """
        wrk.headers["Authorization"] = "Bearer \(file.token)"
        wrk.headers["Content-Type"] = "application/json"
        local moves = {\(moves.joined(separator: ","))}
        local next = \(start)
        request = function()
          local move = moves[next % #moves + 1]
          local status = move[3 - math.floor(next / #moves) % 2]
          next = next + 1
          return wrk.format("POST", "/api/v1/tickets/" .. move[1] .. "/transition", nil,
            '{"to_status":"' .. status .. '"}')
        end
        \(report)
        """)
  }

  private static let report = """
    done = function(summary, latency, requests)
      local errors = summary.errors
      io.write(string.format("figures %d %d %d %d %d\\n", summary.requests, summary.duration,
        errors.connect + errors.read + errors.write + errors.status + errors.timeout,
        latency:percentile(50), latency:percentile(99)))
    end
    """
}
