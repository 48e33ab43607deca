/// Reads single-line text piece by piece, each one or two columns wide and safe to show.
///
/// Scalars that stand for themselves are read straight from UTF-8. Everything else is gathered up
/// to the next place where two such scalars meet, made visible, and cut into clusters.
struct TextReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  /// What was cut from the last place that needed it; optional so that most text never touches it.
  private var cut: TextCutter?
  private var nextCut = 0
  private var endOfCut = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  static func read<Result>(_ text: String, _ body: (inout TextReader) -> Result) -> Result {
    let fast = text.utf8.withContiguousStorageIfAvailable { bytes in
      var reader = TextReader(bytes)
      return body(&reader)
    }
    if let fast { return fast }
    // Only strings bridged from elsewhere lack contiguous UTF-8.
    return Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = TextReader(bytes)
      return body(&reader)
    }
  }

  /// Whether all text has been taken.
  var isAtEnd: Bool { index == bytes.count && nextCut == endOfCut }

  /// Takes the printable ASCII that comes next, one column a byte, as far as none of it can be part
  /// of a cluster; empty when something else comes next.
  @inline(__always)
  mutating func takeASCII(atMost limit: Int) -> UnsafeBufferPointer<UInt8> {
    guard nextCut == endOfCut, let all = bytes.baseAddress else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    let start = index
    let end = limit < bytes.count - start ? start + limit : bytes.count
    var next = start
    while next < end, all[next] &- 0x20 < 0x5F { next += 1 }
    // What follows may be a mark on the last letter.
    if next > start, next < bytes.count, all[next] >= 0x80 { next -= 1 }
    index = next
    return UnsafeBufferPointer(start: all + start, count: next - start)
  }

  mutating func next() -> TextPiece? {
    if nextCut < endOfCut { return takeCutPiece() }
    guard index < bytes.count else { return nil }
    let (value, end) = scalar(at: index)
    let width = DisplayWidth.agreedColumns(of: value)
    guard width > 0, end == bytes.count || standsAlone(at: end) else {
      gatherClusters()
      return takeCutPiece()
    }
    index = end
    return TextPiece(glyph: value, width: width)
  }

  /// The text of the piece read last, if it is a cluster.
  @inline(__always)
  func cluster(_ piece: TextPiece) -> String? {
    guard piece.glyph & Cell.clusterTag != 0 else { return nil }
    return cut?.clusters[Int(piece.glyph & ~Cell.clusterTag)]
  }

  private mutating func takeCutPiece() -> TextPiece? {
    defer { nextCut += 1 }
    return cut?.pieces[nextCut]
  }

  @inline(__always)
  private func standsAlone(at index: Int) -> Bool {
    let byte = bytes[index]
    if byte < 0x80 { return byte >= 0x20 && byte != 0x7F }
    return DisplayWidth.agreedColumns(of: scalar(at: index).value) > 0
  }

  private mutating func gatherClusters() {
    let start = index
    var previousStoodAlone = false
    while index < bytes.count {
      let (value, end) = scalar(at: index)
      let standsAlone = DisplayWidth.agreedColumns(of: value) > 0
      if standsAlone, previousStoodAlone { break }
      previousStoodAlone = standsAlone
      index = end
    }
    let text = String(decoding: bytes[start..<index], as: UTF8.self)
    let cut = TextCutter(VisibleText.line(text))
    self.cut = cut
    nextCut = 0
    endOfCut = cut.pieces.count
  }

  /// Decodes the scalar at `index`; a `String` holds valid UTF-8 only.
  @inline(__always)
  private func scalar(at index: Int) -> (value: UInt32, end: Int) {
    let first = UInt32(bytes[index])
    if first < 0x80 { return (first, index + 1) }
    if first < 0xE0 { return ((first & 0x1F) << 6 | tail(index + 1), index + 2) }
    if first < 0xF0 {
      return ((first & 0x0F) << 12 | tail(index + 1) << 6 | tail(index + 2), index + 3)
    }
    let high = (first & 0x07) << 18 | tail(index + 1) << 12
    return (high | tail(index + 2) << 6 | tail(index + 3), index + 4)
  }

  @inline(__always)
  private func tail(_ index: Int) -> UInt32 {
    UInt32(bytes[index] & 0x3F)
  }
}
