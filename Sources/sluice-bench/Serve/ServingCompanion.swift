import Glibc
import HTTPServer
import SluiceCore
import SluiceServer

/// The server with a setting that the program does not offer.
struct ServingCompanion {
  static let verb = "serve-in-groups"

  let path: String
  let port: Int
  /// How many writes are committed together at most.
  let group: Int

  init(_ words: ArraySlice<String>) throws(BenchError) {
    let options = try Options(words, others: ["--group", "--port"])
    guard let path = options.path else { throw BenchError("\(Self.verb) needs --db.") }
    self.path = path
    port = try options.number("--port")
    group = try options.number("--group")
  }

  /// Serves until a signal ends this process.
  func run() throws(BenchError) {
    let server = try asking { () throws(EngineError) in
      try BareServer(path: path, groupLimit: group, isLogged: true)
    }
    do {
      let listener = try HTTPServer(
        at: .tcp(host: "127.0.0.1", port: port), handler: server.handler)
      while true { pause() }
      _ = consume listener
    } catch {
      throw BenchError("The server cannot listen: \(error).")
    }
  }
}
