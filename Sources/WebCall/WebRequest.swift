/// One request to the server of a session.
public struct WebRequest: Hashable, Sendable {
  /// A header's name and value.
  public struct Field: Hashable, Sendable {
    /// The name; its case does not matter.
    public var name: String
    /// The value, without line breaks.
    public var value: String

    /// A header.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The method, such as `GET`.
  public var method: String
  /// The path from the slash, percent-encoded where that is needed.
  public var path: String
  /// What follows the path, as names and values; they are encoded here.
  public var query: [Field]
  /// What is sent along beside what HTTP itself needs.
  public var headers: [Field]
  /// The body; `nil` for none.
  public var body: [UInt8]?

  /// A request with its parts.
  public init(
    _ method: String, _ path: String, query: [Field] = [], headers: [Field] = [],
    body: [UInt8]? = nil
  ) {
    self.method = method
    self.path = path
    self.query = query
    self.headers = headers
    self.body = body
  }

  /// The path with the query.
  var target: String {
    guard !query.isEmpty else { return path }
    let items = query.map { Self.encoded($0.name) + "=" + Self.encoded($0.value) }
    return path + "?" + items.joined(separator: "&")
  }

  /// Whether no part of it can be taken for another.
  var isWellFormed: Bool {
    !method.isEmpty && method.utf8.allSatisfy { (0x41...0x5a).contains($0) }
      && path.hasPrefix("/")
      && path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != 0x3f && $0 != 0x23 }
      && headers.allSatisfy(\.isOneLine)
  }

  /// A text as one segment of a path, or as one name or value of a query.
  public static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2d, 0x2e, 0x5f, 0x7e: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension WebRequest.Field {
  /// Whether it is one header, and no more.
  fileprivate var isOneLine: Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && $0 != 0x3a }
      && value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f || $0 == 0x09 }
  }
}

/// What a server answered.
public struct WebReply: Hashable, Sendable {
  /// The status, such as 200.
  public var status: Int
  /// The headers in the order they came.
  public var headers: [WebRequest.Field]
  /// The body.
  public var body: [UInt8]

  /// An answer with its parts.
  public init(status: Int, headers: [WebRequest.Field] = [], body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The first value of a header, whatever the case of its name.
  public func header(_ name: String) -> String? {
    let name = name.lowercased()
    return headers.first { $0.name.lowercased() == name }?.value
  }
}
