import Dispatch
import Glibc
import Synchronization

/// A server on this machine that answers every request with one status.
final class LoopbackServer: Sendable {
  let port: UInt16
  private let listener: Int32
  private let heard = Mutex<[String]>([])

  init(answering head: String) {
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
    DispatchQueue.global().async { [self] in serve(head) }
  }

  /// What was asked, request by request.
  var requests: [String] { heard.withLock { $0 } }

  func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

  private func serve(_ head: String) {
    while true {
      let client = accept(listener, nil, nil)
      guard client >= 0 else { break }
      var buffer = [UInt8](repeating: 0, count: 8_192)
      var bytes: [UInt8] = []
      while !bytes.suffix(4).elementsEqual([13, 10, 13, 10]) {
        let count = recv(client, &buffer, buffer.count, 0)
        guard count > 0 else { break }
        bytes += buffer[..<count]
      }
      heard.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
      let answer = Array(
        "HTTP/1.1 \(head)\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}".utf8)
      send(client, answer, answer.count, Int32(MSG_NOSIGNAL))
      close(client)
    }
    close(listener)
  }
}
