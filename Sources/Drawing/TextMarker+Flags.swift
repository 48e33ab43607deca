extension Unicode.Scalar {
  /// Whether this is one of the invisible copies of ASCII that spell a flag's region.
  var isTag: Bool { (0xE0020...0xE007F).contains(value) }

  /// The tags that make this black flag one of the flags in general use; `nil` for any others, which
  /// could carry a hidden message.
  ///
  /// Source: Unicode's recommended emoji tag sequences: England, Scotland and Wales.
  func flagTags(in scalars: ArraySlice<Unicode.Scalar>) -> [Unicode.Scalar]? {
    guard value == 0x1F3F4 else { return nil }
    return Self.flags.first { scalars.starts(with: $0) }
  }

  private static let flags = ["gbeng", "gbsct", "gbwls"].map { region in
    region.unicodeScalars.compactMap { Unicode.Scalar(0xE0000 + $0.value) } + ["\u{E007F}"]
  }
}
