import HTTPServer
import ServerWalks
import SluiceCore
import SluiceEngine
import Synchronization

@testable import SluiceAPI
@testable import SluiceServer

/// A server on a file of its own, asked without a network.
final class TestServer: Sendable {
  let folder: TemporaryFolder
  let server: Server
  private let lines = Lines()

  private final class Lines: Sendable {
    let text = Mutex("")
    let bell = Bell()

    func add(_ bytes: [UInt8]) {
      text.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
      bell?.ring()
    }
  }

  init(
    _ registration: Settings.Registration = .open, endpoints: [Endpoint] = Endpoints.all,
    access: [String: Access] = AccessTable.rows, in folder: TemporaryFolder = TemporaryFolder()
  ) throws {
    self.folder = folder
    let time = Time()
    let engine = try LocalEngine(
      path: "\(folder.path)/a.db", now: { time.now },
      probe: { _ in
        ProviderReport(isUsable: true, status: 200, milliseconds: 3, message: "It answers.")
      })
    let lines = lines
    let log = Log(
      isJSON: false, now: { time.now },
      write: { lines.add($0) })
    self.time = time
    server = try Server(
      engine, registration: registration, log: log, endpoints: endpoints, access: access,
      now: { time.now })
  }

  private let time: Time

  /// A clock that stands still.
  private final class Time: Sendable {
    let moment = Mutex(Timestamp(milliseconds: 1_700_000_000_000))
    var now: Timestamp { moment.withLock { $0 } }
  }

  deinit {
    server.close()
  }

  /// Lets time pass.
  func wait(seconds: Int64) {
    time.moment.withLock { $0 = $0.advanced(bySeconds: seconds) }
  }

  /// The lines of the log, once there are so many: a request is answered before it is noted.
  func log(_ count: Int) -> [String] {
    while true {
      let known = lines.text.withLock { $0.split(separator: "\n").map(String.init) }
      if known.count >= count { return known }
      lines.bell?.wait()
    }
  }

  /// Sends a request and waits for its answer.
  func ask(
    _ method: String, _ target: String, token: String? = nil, _ body: String = "",
    headers: HTTPHeaders = [:], peer: HTTPPeer = .address(host: "192.0.2.1", port: 1)
  ) throws -> Reply {
    var headers = headers
    if let token { headers.add("Authorization", "Bearer \(token)") }
    guard
      let request = HTTPRequest(
        method, target, headers: headers, body: Array(body.utf8), peer: peer), let bell = Bell()
    else { throw TestFault.refused }
    let answer = Mailbox()
    server.service.handle(
      request,
      HTTPReply { response in
        answer.response.withLock { $0 = response }
        bell.ring()
      })
    while true {
      if let response = answer.response.withLock({ $0 }) { return Reply(response) }
      bell.wait(milliseconds: 10_000)
    }
  }

  private final class Mailbox: Sendable {
    let response = Mutex<HTTPResponse?>(nil)
  }
}

enum TestFault: Error {
  case refused
}

/// What came back.
struct Reply {
  let status: Int
  let headers: HTTPHeaders
  let text: String

  init(_ response: HTTPResponse) {
    status = response.status
    headers = response.headers
    if case .bytes(let bytes) = response.body {
      text = String(decoding: bytes, as: UTF8.self)
    } else {
      text = ""
    }
  }

  var json: JSONValue {
    (try? JSONReader.read(SourceText(text)).value) ?? .null
  }

  /// The text to which a path such as `error.code` leads.
  subscript(path: String) -> String? {
    json.text(at: path)
  }
}
