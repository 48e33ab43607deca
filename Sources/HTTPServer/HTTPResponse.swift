/// What a request is answered with.
public struct HTTPResponse: Sendable {
  /// What follows the headers.
  public enum Body: Sendable {
    /// All of it, known beforehand. It is left out where HTTP allows none, as for `HEAD`.
    case bytes([UInt8])
    /// What is written to the stream from now on, until it is finished.
    case stream(EventStream)
  }

  /// The status, such as 200.
  public var status: Int
  /// The headers but for length, date and connection; one with control bytes is left out.
  public var headers: HTTPHeaders
  /// What follows the headers.
  public var body: Body

  /// A response with a body that is known.
  public init(_ status: Int, headers: HTTPHeaders = [:], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = .bytes(body)
  }

  /// A response with server-sent events.
  public init(events stream: EventStream, headers: HTTPHeaders = [:]) {
    status = 200
    self.headers = headers
    self.headers.add("Content-Type", "text/event-stream")
    self.headers.add("Cache-Control", "no-store")
    body = .stream(stream)
  }

  /// A refusal as a line of text, if the handler says it no better.
  public init(_ refusal: HTTPRefusal) {
    self.init(
      refusal.status, headers: ["Content-Type": "text/plain; charset=utf-8"],
      body: Array("\(refusal.reason)\n".utf8))
  }
}

extension HTTPResponse {
  /// The bytes of a response that is written past the library, because there is no request to answer.
  var lastWords: [UInt8] {
    var text = "HTTP/1.1 \(status) Refused\r\nConnection: close\r\n"
    for field in headers.fields where field.isSendable {
      text += "\(field.name): \(field.value)\r\n"
    }
    guard case .bytes(let bytes) = body else { return [] }
    return Array("\(text)Content-Length: \(bytes.count)\r\n\r\n".utf8) + bytes
  }
}

extension HTTPHeaders.Field {
  /// Whether the field is one line, and stays one.
  var isSendable: Bool {
    !name.isEmpty && name.hasOnly(Self.isVisible) && value.hasOnly(Self.isVisible)
  }

  private static func isVisible(_ byte: UInt8) -> Bool {
    byte >= 0x20 && byte != 0x7f || byte == 0x09
  }
}
