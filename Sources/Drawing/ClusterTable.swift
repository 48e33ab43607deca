/// The clusters of more than one scalar that a canvas shows, each kept once.
struct ClusterTable: Equatable, Sendable {
  private var texts: [String] = []
  private var numbers: [String: UInt32] = [:]

  subscript(glyph: UInt32) -> String {
    let index = Int(glyph & ~Cell.clusterTag)
    return index < texts.count ? texts[index] : " "
  }

  /// The glyph of a cluster, noted if it is new.
  mutating func glyph(of text: String) -> UInt32 {
    if let number = numbers[text], texts[Int(number)].utf8.elementsEqual(text.utf8) {
      return number | Cell.clusterTag
    }
    let number = UInt32(texts.count)
    texts.append(text)
    numbers[text] = number
    return number | Cell.clusterTag
  }

  /// The glyph of a cluster if it has one.
  func knownGlyph(of text: String) -> UInt32? {
    numbers[text].flatMap { number in
      texts[Int(number)].utf8.elementsEqual(text.utf8) ? number | Cell.clusterTag : nil
    }
  }
}

extension Canvas {
  /// The cells with clusters numbered as in another table; a cluster it lacks gets a glyph that
  /// equals none.
  func cells(numberedBy table: ClusterTable) -> [Cell] {
    var renumbered = cells
    for index in renumbered.indices where renumbered[index].glyph & Cell.clusterTag != 0 {
      let text = clusters[renumbered[index].glyph]
      renumbered[index].glyph = table.knownGlyph(of: text) ?? .max
    }
    return renumbered
  }
}
