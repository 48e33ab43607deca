/// The bytes of a file that is being read, and where in it things stand.
struct SourceText {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  /// Where the text begins: after a byte order mark, if there is one.
  var start: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The line of a byte, from 1.
  ///
  /// Costs a pass over the text before it, so it is for messages only.
  func line(of offset: Int) -> Int {
    bytes[..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
  }

  /// The column of a byte in its line, from 1, counted in characters.
  func column(of offset: Int) -> Int {
    let before = bytes[start..<max(start, min(offset, bytes.count))]
    let lineStart = before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? before.startIndex
    return String(decoding: before[lineStart...], as: UTF8.self).count + 1
  }
}
