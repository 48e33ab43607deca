/// Reads single-line text piece by piece, each one or two columns wide and safe to show.
///
/// Scalars that stand for themselves are read straight from UTF-8. Everything else is gathered up
/// to the next place where two such scalars meet, made visible, and cut into clusters.
struct TextReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0
  private var clusters: [TextPiece] = []
  private var nextCluster = 0

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

  mutating func next() -> TextPiece? {
    if nextCluster < clusters.count {
      nextCluster += 1
      return clusters[nextCluster - 1]
    }
    guard index < bytes.count else { return nil }
    let (value, end) = scalar(at: index)
    let width = DisplayWidth.agreedColumns(of: value)
    guard width > 0, end == bytes.count || standsAlone(at: end) else {
      gatherClusters()
      return next()
    }
    index = end
    return TextPiece(glyph: .scalar(value), width: width)
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
    clusters = TextPiece.cutting(VisibleText.line(text))
    nextCluster = 0
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
