extension FrameEncoder {
  /// Appends what a cell shows.
  @inline(__always)
  mutating func append(_ cell: Cell, into output: inout [UInt8]) {
    if cell.glyph < 0x80 {
      output.append(UInt8(truncatingIfNeeded: cell.glyph))
    } else if charset == .ascii {
      appendStandIn(for: cell, into: &output)
    } else if cell.glyph & Cell.clusterTag != 0 {
      output += clusters[cell.glyph].utf8
    } else {
      FrameEncoder.appendUTF8(cell.glyph, into: &output)
    }
  }

  /// Appends a cluster's first scalar, or `?` where that alone might be too wide.
  func appendFirstScalar(of cell: Cell, into output: inout [UInt8]) {
    let first = text(of: cell).first
    if let first, DisplayWidth.columns(of: first) <= cell.width, !DisplayWidth.isDisputed(first) {
      FrameEncoder.appendUTF8(first.value, into: &output)
    } else {
      output.append(UInt8(ascii: "?"))
    }
  }

  /// The columns a terminal may use that adds up the scalars of a cluster.
  func widestReading(of cell: Cell) -> Int {
    let sum = text(of: cell).reduce(0) { sum, scalar in
      let columns = DisplayWidth.columns(of: scalar)
      return sum + (columns == 1 && DisplayWidth.isDisputed(scalar) ? 2 : columns)
    }
    return max(sum, Int(cell.width))
  }

  private func text(of cell: Cell) -> String.UnicodeScalarView {
    if cell.glyph & Cell.clusterTag != 0 { return clusters[cell.glyph].unicodeScalars }
    return String.UnicodeScalarView(Unicode.Scalar(cell.glyph).map { [$0] } ?? [])
  }

  private func appendStandIn(for cell: Cell, into output: inout [UInt8]) {
    let first = text(of: cell).first.map(ASCIIStandIn.character(for:)) ?? UInt8(ascii: "?")
    for _ in 0..<max(1, cell.width) { output.append(first) }
  }

  @inline(__always)
  private static func appendUTF8(_ value: UInt32, into output: inout [UInt8]) {
    if value < 0x80 { return output.append(UInt8(truncatingIfNeeded: value)) }
    if value < 0x800 {
      output.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
    } else {
      if value < 0x10000 {
        output.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
      } else {
        output.append(UInt8(truncatingIfNeeded: 0xF0 | value >> 18))
        output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F))
      }
      output.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
    }
    output.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
  }
}
