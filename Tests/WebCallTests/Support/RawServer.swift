import Dispatch
import Glibc
import Synchronization

/// A server of bytes: to each request that it reads it answers with the next of some texts, and then hangs up.
final class RawServer: Sendable {
  let port: UInt16
  private let listener: Int32
  private let heard = Mutex(0)

  init(answering answers: [String]) {
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let descriptor = listener
    port = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        bind(descriptor, pointer, size)
        listen(descriptor, 8)
        getsockname(descriptor, pointer, &size)
      }
      return UInt16(bigEndian: pointer.pointee.sin_port)
    }
    DispatchQueue.global().async { [self] in serve(answers) }
  }

  var origin: String { "http://127.0.0.1:\(port)" }

  /// How many requests were read.
  var count: Int { heard.withLock { $0 } }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ answers: [String]) {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { break }
      for answer in answers {
        guard readRequest(from: client) else { break }
        heard.withLock { $0 += 1 }
        send(client, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
      }
      close(client)
    }
    close(listener)
  }

  /// Reads until the body, which ends with an exclamation mark, or a head without one.
  private func readRequest(from client: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 8_192)
    var text = ""
    while !text.hasSuffix("!") && !(text.hasPrefix("GET") && text.hasSuffix("\r\n\r\n")) {
      let count = recv(client, &buffer, buffer.count, 0)
      guard count > 0 else { return false }
      text += String(decoding: buffer[..<count], as: UTF8.self)
    }
    return true
  }
}
