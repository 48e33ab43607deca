import Glibc

@testable import HTTPServer

/// A client that sends bytes as they are, and waits for nothing longer than its patience.
final class Client {
  let socket: Int32
  /// What must live as long as the client.
  var server: AnyObject?
  private var received: [UInt8] = []

  init(_ address: HTTPAddress, patience: Int = 5_000) {
    switch address {
    case .tcp(_, let port):
      socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
      var name = sockaddr_in()
      name.sin_family = sa_family_t(AF_INET)
      name.sin_port = in_port_t(port).bigEndian
      name.sin_addr.s_addr = in_addr_t(0x7f00_0001).bigEndian
      let socket = socket
      _ = withUnsafePointer(to: &name) {
        $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
          connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
        }
      }
    case .unix(let path, _):
      socket = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
      var name = UnixName(path)
      let socket = socket
      _ = name?.withAddress { connect(socket, $0, $1) }
    }
    var time = timeval(tv_sec: patience / 1_000, tv_usec: patience % 1_000 * 1_000)
    let size = socklen_t(MemoryLayout<timeval>.size)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &time, size)
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &time, size)
  }

  deinit {
    close(socket)
  }

  /// Sends text; false when the other end has hung up.
  @discardableResult
  func send(_ text: String) -> Bool {
    send(Array(text.utf8))
  }

  @discardableResult
  func send(_ bytes: [UInt8]) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  /// One more piece; `nil` when the other end hung up, or said nothing within the patience.
  private func receive() -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = recv(socket, &buffer, buffer.count, 0)
    return count > 0 ? Array(buffer[..<count]) : nil
  }

  /// What comes until a text has come, the text included; all that came if it does not come.
  func read(until end: String) -> String {
    let end = Array(end.utf8)
    while true {
      if let place = received.firstRange(of: end) {
        let text = String(decoding: received[..<place.upperBound], as: UTF8.self)
        received.removeFirst(place.upperBound)
        return text
      }
      guard let more = receive() else { return readRest() }
      received += more
    }
  }

  /// What comes until the other end hangs up.
  func readAll() -> String {
    while let more = receive() { received += more }
    return readRest()
  }

  /// Whether the other end has hung up, without anything more to say.
  var isHungUp: Bool {
    var byte: UInt8 = 0
    guard received.isEmpty else { return false }
    let count = recv(socket, &byte, 1, 0)
    return count == 0 || count < 0 && errno == ECONNRESET
  }

  private func readRest() -> String {
    defer { received = [] }
    return String(decoding: received, as: UTF8.self)
  }

  /// The next answer whose length is given.
  func answer(hasBody: Bool = true) -> ReceivedAnswer {
    let head = read(until: "\r\n\r\n")
    var answer = ReceivedAnswer(head: head)
    let length = answer["content-length"].flatMap { Int($0) } ?? 0
    guard hasBody, length > 0 else { return answer }
    while received.count < length, let more = receive() { received += more }
    answer.body = String(decoding: received.prefix(length), as: UTF8.self)
    received.removeFirst(min(length, received.count))
    return answer
  }

  /// Sends text and takes the next answer.
  func ask(_ text: String) -> ReceivedAnswer {
    send(text)
    return answer()
  }
}

/// An answer as it came.
struct ReceivedAnswer {
  let head: String
  var body = ""

  /// 0 if nothing came.
  var status: Int {
    let words = head.split(separator: " ")
    return words.count > 1 ? Int(words[1]) ?? 0 : 0
  }

  subscript(name: String) -> String? {
    for line in head.split(separator: "\r\n") {
      let parts = line.split(separator: ":", maxSplits: 1)
      if parts.count == 2, parts[0].lowercased() == name {
        return String(parts[1].drop { $0 == " " })
      }
    }
    return nil
  }
}
