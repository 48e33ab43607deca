extension DisplayWidth {
  /// The columns of a scalar that stands in a cluster: 0 for marks and format characters.
  ///
  /// Spacing marks count 1: some terminals give them none, but room for the widest reading keeps
  /// the cells after them intact.
  static func columns(of scalar: Unicode.Scalar) -> Int {
    let plain = agreedColumns(of: scalar.value)
    if plain > 0 { return plain }
    return isZeroWidth(scalar) ? 0 : isWide(scalar.value) ? 2 : 1
  }

  /// The columns of a scalar that stands for itself next to any other such scalar, else 0.
  ///
  /// Two neighbours that both answer 1 or 2 are never one cluster, are never hostile, and have a
  /// width no terminal disputes: the fast path of everything that reads text.
  @inline(__always)
  static func agreedColumns(of value: UInt32) -> Int {
    if value < 0x300 {
      return value >= 0x20 && value != 0xAD && !(0x7F..<0xA0).contains(value) ? 1 : 0
    }
    if value < 0x2010 { return isPlainAlphabet(value) ? 1 : 0 }
    if value < 0x2900 { return isPlainSymbol(value) ? 1 : 0 }
    return isPlainWide(value) ? 2 : 0
  }

  private static func isPlainAlphabet(_ value: UInt32) -> Bool {
    switch value {
    case 0x391...0x3A1, 0x3A3...0x3FF, 0x400...0x482, 0x48A...0x52F, 0x531...0x556, 0x5D0...0x5EA,
      0x621...0x63A, 0x641...0x64A, 0x10D0...0x10FF, 0x1E00...0x1F15:
      true
    default: false
    }
  }

  private static func isPlainSymbol(_ value: UInt32) -> Bool {
    switch value {
    case 0x2010...0x2027, 0x2030...0x205E, 0x20A0...0x20BF, 0x2190...0x21FF, 0x2200...0x22FF,
      0x2400...0x2426, 0x2460...0x25FC, 0x2713, 0x2717, 0x2800...0x28FF:
      true
    default: false
    }
  }

  private static func isPlainWide(_ value: UInt32) -> Bool {
    switch value {
    case 0x3000...0x3029, 0x3041...0x3096, 0x309B...0x30FF, 0x3105...0x312F, 0x3400...0x4DBF,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xF900...0xFA6D, 0xFF01...0xFF60, 0x20000...0x2A6D6:
      true
    // Pictures as old as emoji; the skin tones and flag letters between them join others.
    case 0x1F337...0x1F37C, 0x1F380...0x1F393, 0x1F3A0...0x1F3CA, 0x1F3E0...0x1F3F0,
      0x1F400...0x1F43E, 0x1F442...0x1F4F7, 0x1F600...0x1F64F, 0x1F680...0x1F6C5:
      true
    default: false
    }
  }

  static func isZeroWidth(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Medial and final Hangul jamo join the wide initial before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: true
    // Skin tones join the emoji before them; alone they are wide pictures.
    default: scalar.properties.generalCategory.isZeroWidth
    }
  }

  static func isDisputed(_ cluster: String.UnicodeScalarView) -> Bool {
    guard let base = cluster.first, !isDisputed(base) else { return true }
    return cluster.dropFirst().contains { !isPlainMark($0) }
  }

  /// Whether a scalar is a mark every terminal draws over the letter before it.
  private static func isPlainMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .nonspacingMark && !scalar.isVariationSelector
      && (scalar.properties.age?.major ?? .max) <= 9
  }

  static func isDisputed(_ scalar: Unicode.Scalar) -> Bool {
    if agreedColumns(of: scalar.value) > 0 { return false }
    switch scalar.value {
    // Narrow until Unicode 16, wide since; and flag letters, wide only to some.
    case 0x2630...0x2637, 0x268A...0x268F, 0x4DC0...0x4DFF, 0x1D300...0x1D376, 0x1F1E6...0x1F1FF:
      return true
    default:
      let category = scalar.properties.generalCategory
      guard !category.isMark, !category.isZeroWidth, category != .privateUse,
        let age = scalar.properties.age
      else { return true }
      // Distributions carry terminals that know Unicode 12 and not all of what came after it.
      return age.major > 12
    }
  }

  static func isWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    var low = 0
    var high = wideRanges.count / 2
    while low < high {
      let middle = (low + high) / 2
      if wideRanges[2 * middle + 1] < value { low = middle + 1 } else { high = middle }
    }
    return 2 * low < wideRanges.count && wideRanges[2 * low] <= value
  }
}

extension Unicode.GeneralCategory {
  /// Whether a scalar of this category takes no column of its own.
  var isZeroWidth: Bool {
    self == .nonspacingMark || self == .enclosingMark || self == .format
  }

  /// Whether a scalar of this category attaches to the one before it.
  var isMark: Bool {
    self == .nonspacingMark || self == .enclosingMark || self == .spacingMark
  }
}
