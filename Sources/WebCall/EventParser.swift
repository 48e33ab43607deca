/// Takes a stream of server-sent events apart, however its bytes are cut.
///
/// Comments, which keep a stream alive, are passed over.
///
/// Source: the HTML standard, “Server-sent events”, §9.2.5 and §9.2.6.
struct EventParser {
  private var line: [UInt8] = []
  private var data: [UInt8] = []
  private var hasData = false
  private var name = ""
  private var id = ""
  /// A line feed right after a carriage return belongs to it.
  private var skipsLineFeed = false
  /// A byte order mark may stand before the first line.
  private var isAtStart = true
  private let limit: Int

  /// A parser of events that have at most so many bytes.
  init(limit: Int) {
    self.limit = limit
  }

  /// The events that end within the next bytes.
  ///
  /// - Throws: `tooLong` if an event does not end within the limit.
  mutating func read(_ bytes: some Sequence<UInt8>) throws(WebFault) -> [ServerEvent] {
    var events: [ServerEvent] = []
    for byte in bytes {
      defer { skipsLineFeed = byte == Self.carriageReturn }
      if byte == Self.lineFeed, skipsLineFeed { continue }
      guard byte == Self.lineFeed || byte == Self.carriageReturn else {
        line.append(byte)
        guard line.count + data.count <= limit else { throw .tooLong(limit: limit) }
        continue
      }
      if let event = endLine() { events.append(event) }
    }
    return events
  }

  /// Takes a line; a line without bytes ends an event.
  private mutating func endLine() -> ServerEvent? {
    defer { line.removeAll(keepingCapacity: true) }
    if isAtStart, line.starts(with: [0xef, 0xbb, 0xbf]) { line.removeFirst(3) }
    isAtStart = false
    guard !line.isEmpty else { return endEvent() }
    let name = line.prefix { $0 != Self.colon }
    var value = line.dropFirst(name.count + 1)
    if value.first == Self.blank { value.removeFirst() }
    take(String(decoding: name, as: UTF8.self), value)
    return nil
  }

  private mutating func take(_ field: String, _ value: ArraySlice<UInt8>) {
    switch field {
    case "data":
      if hasData { data.append(Self.lineFeed) }
      data += value
      hasData = true
    case "event": name = String(decoding: value, as: UTF8.self)
    case "id":
      if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
    default: break
    }
  }

  private mutating func endEvent() -> ServerEvent? {
    defer {
      data.removeAll(keepingCapacity: true)
      hasData = false
      name = ""
    }
    guard hasData else { return nil }
    return ServerEvent(
      id: id, name: name.isEmpty ? "message" : name, data: String(decoding: data, as: UTF8.self))
  }

  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let colon = UInt8(ascii: ":")
  private static let blank = UInt8(ascii: " ")
}
