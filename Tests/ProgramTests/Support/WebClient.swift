import Glibc

/// A connection to a server, over which bytes are sent as they are and answers are read one by one.
final class WebClient {
  enum Place {
    case port(UInt16)
    case socket(String)
  }

  /// An answer as it came.
  struct Answer {
    let status: Int
    let head: String
    let body: String
  }

  /// Whether the other end has hung up; an answer that came before may still be taken.
  private(set) var isOver = false
  let socket: Int32
  private var received: [UInt8] = []

  init(_ place: Place) {
    switch place {
    case .port(let port):
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = port.bigEndian
      name.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
      isOver = !Self.connect(socket, &name)
    case .socket(let path):
      socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var name = sockaddr_un()
      name.sun_family = sa_family_t(AF_UNIX)
      withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: path.utf8.prefix(107)) }
      isOver = !Self.connect(socket, &name)
    }
    _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
  }

  deinit {
    close(socket)
  }

  private static func connect<Name>(_ socket: Int32, _ name: inout Name) -> Bool {
    let size = socklen_t(MemoryLayout<Name>.size)
    return withUnsafePointer(to: &name) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(socket, $0, size) == 0
      }
    }
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }

  /// Sends a request with a body of JSON, or without one.
  func ask(_ method: String, _ path: String, _ headers: [String] = [], body: String = "") {
    let type = body.isEmpty ? [] : ["Content-Type: application/json"]
    let head =
      ["\(method) \(path) HTTP/1.1", "Host: test", "Content-Length: \(body.utf8.count)"] + type
      + headers
    send(head.joined(separator: "\r\n") + "\r\n\r\n" + body)
  }

  /// Takes what has come, waiting for something at most that long.
  func read(waiting milliseconds: Int32) {
    var polled = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    guard !isOver, poll(&polled, 1, milliseconds) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    let count = recv(socket, &chunk, chunk.count, 0)
    if count > 0 { received += chunk.prefix(count) } else { isOver = true }
  }

  /// The next answer, once it is whole.
  func take() -> Answer? {
    guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: received[..<end.lowerBound], as: UTF8.self)
    let length = Self.field("content-length", in: head).flatMap { Int($0) } ?? 0
    guard received.count >= end.upperBound + length else { return nil }
    let body = received[end.upperBound..<end.upperBound + length]
    let words = head.split(separator: " ", maxSplits: 2)
    let status = words.count > 1 ? Int(words[1]) ?? 0 : 0
    let answer = Answer(status: status, head: head, body: String(decoding: body, as: UTF8.self))
    received.removeFirst(end.upperBound + length)
    return answer
  }

  /// The next answer; `nil` if the other end hangs up before, or says nothing for long.
  func answer() -> Answer? {
    let deadline = Deadline()
    while true {
      if let answer = take() { return answer }
      guard !isOver, !deadline.isOver else { return nil }
      read(waiting: 50)
    }
  }

  /// All that comes until the other end hangs up, or says nothing for long.
  func rest() -> String {
    let deadline = Deadline()
    while !isOver, !deadline.isOver { read(waiting: 50) }
    return String(decoding: received, as: UTF8.self)
  }

  private static func field(_ name: String, in head: String) -> String? {
    for line in head.split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name {
        return String(parts[1].drop { $0 == " " })
      }
    }
    return nil
  }
}
