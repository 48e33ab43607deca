import Glibc

/// A server that runs as a process of its own, until it is let go.
final class ServingProcess {
  let port: Int
  let process: pid_t

  /// Starts a program whose last argument is to be the port, and waits until it listens.
  init(_ words: (_ port: Int) -> [String]) throws(BenchError) {
    let port = try LoopbackAddress.freePort()
    self.port = port
    process = try Spawning.start(words(port), .nothing)
    let end = Clock.now + 10_000_000_000
    while (try? PlainConnection(port: port)) == nil {
      guard Clock.now < end, waitpid(process, nil, WNOHANG) == 0 else {
        throw BenchError("“\(words(port).joined(separator: " "))” does not serve.")
      }
      usleep(5_000)
    }
  }

  deinit {
    kill(process, SIGTERM)
    let end = Clock.now + 8_000_000_000
    while waitpid(process, nil, WNOHANG) == 0 {
      if Clock.now > end { kill(process, SIGKILL) }
      usleep(5_000)
    }
  }

  /// Processor time used so far, in nanoseconds.
  var processor: Int64 { Clock.processor(of: process) ?? 0 }

  /// The server as it is built.
  static func ours(
    _ file: ServedFile, socket: String? = nil
  ) throws(BenchError) -> ServingProcess {
    let program = try Tools.program("sluiced")
    return try ServingProcess { port in
      [
        program, "--db", file.path, "--registration", "disabled", "--listen", "127.0.0.1:\(port)",
      ] + (socket.map { ["--socket", $0] } ?? [])
    }
  }

  /// The same, in this program, with one commit for each write.
  static func oneByOne(_ file: ServedFile) throws(BenchError) -> ServingProcess {
    try ServingProcess { port in
      [
        Tools.ownPath, ServingCompanion.verb, "--db", file.path, "--group", "1", "--port",
        "\(port)",
      ]
    }
  }

  /// The same requests answered by C.
  static func inC(_ file: ServedFile) throws(BenchError) -> ServingProcess {
    try ServingProcess { port in
      [Tools.ownPath, ServingInC.verb, "--db", file.path, "--port", "\(port)"]
    }
  }
}
