import Glibc
import Testing

/// A server that runs beside the story.
final class ServerRun {
  static let path = Program.path + "d"

  let messages: Pipe
  private let child: ChildProcess

  /// Starts it with these options; it may end at once.
  init(at place: Workplace, _ options: [String], variables: [String: String] = [:]) throws {
    messages = try Pipe()
    child = try ChildProcess(
      [Self.path] + options, environment: place.environment.merging(variables) { $1 },
      descriptors: [
        .file("/dev/null", flags: O_RDONLY), .file("/dev/null", flags: O_WRONLY),
        .copy(of: messages.writing),
      ])
    messages.closeWriting()
  }

  /// A server of the place's database at a free port, once it listens.
  static func listening(at place: Workplace, _ options: String...) throws -> ServerRun {
    let run = try ServerRun(
      at: place, ["--db", place.database, "--listen", "127.0.0.1:0"] + options)
    try run.see(" start ")
    return run
  }

  /// Waits until the messages hold a text.
  func see(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let deadline = Deadline()
    while !messages.text.contains(text), !messages.isAtEnd, !deadline.isOver {
      messages.read(waiting: 10)
    }
    try #require(
      messages.text.contains(text), "\(messages.text)", sourceLocation: sourceLocation)
  }

  /// The port that it listens at.
  var port: UInt16 {
    let address = messages.text.split(separator: " ").first { $0.hasPrefix("address=") }
    return address.flatMap { UInt16($0.split(separator: ":").last ?? "") } ?? 0
  }

  func send(_ signal: Int32) {
    child.send(signal)
  }

  /// Waits until it has ended; tells how, and after how many seconds.
  func end() throws -> (status: ExitStatus, seconds: Double) {
    let start = Deadline.now
    let deadline = Deadline()
    while child.poll() == nil, !deadline.isOver { messages.read(waiting: 5) }
    while !messages.isAtEnd, !deadline.isOver { messages.read(waiting: 5) }
    return (try #require(child.poll()), Double(Deadline.now - start) / 1_000_000)
  }

  /// Sends a request; answers the socket, from which the answer can be read.
  func ask(_ method: String, _ path: String, _ headers: [String] = [], body: String = "") -> Int32 {
    let client = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var name = sockaddr_in()
    name.sin_family = sa_family_t(AF_INET)
    name.sin_port = port.bigEndian
    name.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
    _ = withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(client, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    var time = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(client, SOL_SOCKET, SO_RCVTIMEO, &time, socklen_t(MemoryLayout<timeval>.size))
    let head =
      ["\(method) \(path) HTTP/1.1", "Host: test", "Content-Length: \(body.utf8.count)"] + headers
    let text = head.joined(separator: "\r\n") + "\r\n\r\n" + body
    Glibc.send(client, text, text.utf8.count, Int32(MSG_NOSIGNAL))
    return client
  }

  /// What comes from a socket until a text has come, or the other end hangs up.
  static func read(_ client: Int32, until end: String) -> String {
    var text = ""
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while !text.contains(end) {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    return text
  }
}
