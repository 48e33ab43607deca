/// One request and what has come of it so far, for the library's callbacks on the calling thread.
final class WebExchange {
  let request: WebRequest
  private let options: WebOptions

  private(set) var status = 0
  private(set) var headers: [WebRequest.Field] = []
  /// What has come of the body and was not taken yet.
  private(set) var body: [UInt8] = []
  /// Why the answer is not read any further.
  private(set) var fault: WebFault?
  /// How much of the request's body was handed over to be sent.
  private(set) var givenCount = 0
  private var headSize = 0
  private var bodySize = 0
  /// Whether the body is endless, and taken while it comes.
  let isStream: Bool

  init(_ request: WebRequest, options: WebOptions, isStream: Bool = false) {
    self.request = request
    self.options = options
    self.isStream = isStream
  }

  var reply: WebReply {
    WebReply(status: status, headers: headers, body: body)
  }

  /// Whether the answer is a stream of events, as was asked.
  private(set) var carriesEvents = false

  /// Whether anything came since the last look.
  var hasHeard = false

  func takeBody() -> [UInt8] {
    defer { body.removeAll(keepingCapacity: true) }
    return body
  }

  func receive(_ bytes: UnsafeRawBufferPointer) -> Bool {
    hasHeard = true
    bodySize += bytes.count
    guard carriesEvents || bodySize <= options.bodyLimit else {
      fault = .tooLong(limit: options.bodyLimit)
      return false
    }
    body += bytes
    return true
  }

  /// Takes a line of the head; a status begins it anew, for there may be interim ones.
  func receiveHead(_ line: UnsafeRawBufferPointer) -> Bool {
    hasHeard = true
    headSize += line.count
    guard headSize <= options.headLimit else {
      fault = .tooLong(limit: options.headLimit)
      return false
    }
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      status = text.split(separator: " ", maxSplits: 2).dropFirst().first.flatMap { Int($0) } ?? 0
      headers = []
      carriesEvents = false
    } else if let colon = text.firstIndex(of: ":") {
      headers.append(
        WebRequest.Field(
          String(text[..<colon]), Self.trimmed(text[text.index(after: colon)...])))
    } else {
      carriesEvents = isStream && status == 200 && isEventStream
    }
    return true
  }

  private var isEventStream: Bool {
    reply.header("content-type")?.lowercased().hasPrefix("text/event-stream") == true
  }

  func give(_ buffer: UnsafeMutableRawBufferPointer) -> Int {
    guard let body = request.body else { return 0 }
    let count = min(buffer.count, body.count - givenCount)
    buffer.copyBytes(from: body[givenCount..<givenCount + count])
    givenCount += count
    return count
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.reversed().drop(while: \.isWhitespace).reversed())
  }
}
