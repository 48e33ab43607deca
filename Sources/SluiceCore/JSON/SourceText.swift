internal import Glibc

/// The bytes of a file that is being read, and where in it things stand.
public struct SourceText {
  /// The bytes, as they were read.
  public let bytes: [UInt8]
  /// Where the lines after the first begin.
  private let lineStarts: [Int]

  /// The text of a file.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lineStarts = Self.lineStarts(in: bytes)
  }

  /// A text that is in memory.
  public init(_ text: String) {
    self.init(Array(text.utf8))
  }

  /// Where the text begins: after a byte order mark, if there is one.
  public var start: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The line of a byte, from 1.
  public func line(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while low < high {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low + 1
  }

  /// The column of a byte in its line, from 1, counted in characters.
  public func column(of offset: Int) -> Int {
    let line = line(of: offset)
    let lineStart = line == 1 ? start : lineStarts[line - 2]
    let before = bytes[lineStart..<max(lineStart, min(offset, bytes.count))]
    return String(decoding: before, as: UTF8.self).count + 1
  }

  /// Found by the C library, which is several times as fast as a loop.
  private static func lineStarts(in bytes: [UInt8]) -> [Int] {
    bytes.withUnsafeBytes { buffer in
      var starts: [Int] = []
      guard let base = buffer.baseAddress else { return starts }
      var offset = 0
      while let found = memchr(base + offset, 0x0A, buffer.count - offset) {
        offset = base.distance(to: found) + 1
        starts.append(offset)
      }
      return starts
    }
  }
}
