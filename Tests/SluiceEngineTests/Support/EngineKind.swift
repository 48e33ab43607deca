import HTTPServer
import SluiceClient
import SluiceCore
import SluiceEngine
import Testing

/// A kind of engine that the contract is held against.
struct EngineKind: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Of how many lives at random one is lived: every call of a served engine goes through two sockets.
  var thinning = 1
  let make: @Sendable (TemporaryFolder, TestClock) throws -> any Engine

  /// Stands in for the network: every endpoint answers but one, and tells what it was called with.
  static let probe: ProviderProbe = { call throws(EngineError) in
    let isUsable = !call.endpoint.hasSuffix("/down")
    let key = call.config["api_key"] == nil ? "without a key" : "with a key"
    return ProviderReport(
      isUsable: isUsable, status: isUsable ? 200 : nil, milliseconds: 3,
      message: "\(call.provider.type) was called \(key).")
  }

  static let all = [
    EngineKind(testDescription: "local") { folder, clock in
      try LocalEngine(path: folder("board.db"), now: { clock.now }, probe: probe)
    },
    EngineKind(testDescription: "local, another organization") { folder, clock in
      let file = try LocalEngine(path: folder("board.db"), now: { clock.now }, probe: probe)
      return try file.scoped(to: file.addOrganization(named: "Second"))
    },
    EngineKind(testDescription: "remote, in process") { folder, clock in
      let file = try LocalEngine(path: folder("board.db"), now: { clock.now }, probe: probe)
      return RemoteHouse { (person) throws(EngineError) in
        RemoteEngine(InProcessServer(file, person: person), organization: "home")
      }
    },
    EngineKind(testDescription: "remote, over TCP", thinning: 15) { folder, clock in
      try served(folder, clock, at: .tcp(host: "127.0.0.1", port: 0))
    },
    EngineKind(testDescription: "remote, over the Unix socket", thinning: 15) { folder, clock in
      try served(folder, clock, at: .unix(path: folder("socket")))
    },
  ]

  /// The seeds that are for this kind.
  func seeds(_ all: ClosedRange<UInt64>) -> [UInt64] {
    Array(stride(from: all.lowerBound, through: all.upperBound, by: thinning))
  }

  private static func served(
    _ folder: TemporaryFolder, _ clock: TestClock, at address: HTTPAddress
  ) throws -> RemoteHouse {
    let file = try LocalEngine(path: folder("board.db"), now: { clock.now }, probe: probe)
    let server = try ServedFile(file, at: address)
    return RemoteHouse { (person) throws(EngineError) in try server.engine(of: person) }
  }
}
