/// What a request asks for, taken apart from the bytes of its first line.
struct RequestTarget: Equatable {
  /// The path as it was sent.
  let path: String
  /// The parts between the slashes, each decoded for itself: an encoded slash separates nothing.
  let segments: [String]
  let query: [HTTPQueryItem]

  /// Takes a target apart.
  ///
  /// - Returns: `nil` for what is no target of this method, and for every trick that readers of
  ///   paths do not agree about: dot segments, bad escapes, zero bytes, blanks.
  init?(_ bytes: [UInt8], method: String) {
    guard Self.isAllowed(bytes) else { return nil }
    if method == "OPTIONS", bytes == [UInt8(ascii: "*")] {
      path = "*"
      segments = []
      query = []
      return
    }
    guard let local = Self.local(bytes[...]) else { return nil }
    let raw = local[..<(local.firstIndex(of: UInt8(ascii: "?")) ?? local.endIndex)]
    guard let segments = Self.segments(of: raw),
      let query = Self.query(of: local.dropFirst(raw.count + 1))
    else { return nil }
    path = String(decoding: raw, as: UTF8.self)
    self.segments = segments
    self.query = query
  }

  /// What may stand in a target: neither blanks nor control bytes, nor the start of a fragment.
  private static func isAllowed(_ bytes: [UInt8]) -> Bool {
    for byte in bytes where byte <= 0x20 || byte >= 0x7f || byte == UInt8(ascii: "#") {
      return false
    }
    return true
  }

  /// The target without the scheme and the host that clients name to proxies.
  private static func local(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if bytes.first == UInt8(ascii: "/") { return bytes }
    for scheme in ["http://", "https://"] {
      let start = bytes.prefix(scheme.utf8.count).map { $0 | 0x20 }
      guard start.elementsEqual(scheme.utf8.map { $0 | 0x20 }) else { continue }
      let rest = bytes.dropFirst(start.count).drop { !"/?".utf8.contains($0) }
      if rest.isEmpty { return [UInt8(ascii: "/")] }
      return rest.first == UInt8(ascii: "/") ? rest : [UInt8(ascii: "/")] + rest
    }
    return nil
  }

  private static func segments(of path: ArraySlice<UInt8>) -> [String]? {
    guard path.count > 1 else { return [] }
    var segments: [String] = []
    segments.reserveCapacity(8)
    var start = path.startIndex + 1
    while true {
      let end = path[start...].firstIndex(of: UInt8(ascii: "/")) ?? path.endIndex
      guard let segment = Percent.decode(path[start..<end]), segment != ".", segment != "..",
        segment.hasOnly({ $0 >= 0x20 && $0 != 0x7f })
      else { return nil }
      segments.append(segment)
      guard end < path.endIndex else { return segments }
      start = end + 1
    }
  }

  private static func query(of text: ArraySlice<UInt8>) -> [HTTPQueryItem]? {
    var items: [HTTPQueryItem] = []
    guard !text.isEmpty else { return items }
    for part in text.split(separator: UInt8(ascii: "&")) {
      let name = part.prefix { $0 != UInt8(ascii: "=") }
      guard let decoded = Percent.decode(name, plusIsBlank: true),
        let value = Percent.decode(part.dropFirst(name.count + 1), plusIsBlank: true)
      else { return nil }
      items.append(HTTPQueryItem(decoded, value))
    }
    return items
  }
}
