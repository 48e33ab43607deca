extension Unicode.Scalar {
  /// The picture of a C0 control or DEL, else `nil`.
  var controlPicture: Unicode.Scalar? {
    switch value {
    case 0...0x1F: Unicode.Scalar(0x2400 + value)
    case 0x7F: "\u{2421}"
    default: nil
    }
  }

  var isVariationSelector: Bool {
    switch value {
    case 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }

  var isJoiner: Bool { value == 0x200C || value == 0x200D }

  /// Whether a scalar is never shown as it is: C1 controls, line separators, bidirectional controls
  /// (UAX #9), everything ignorable by default (UAX #44) and what is no character at all.
  var isHidden: Bool {
    switch value {
    case 0x80...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5, 0x180B...0x180F: true
    case 0x200B, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFEFF, 0xFFA0: true
    case 0xFDD0...0xFDEF, 0xFFF0...0xFFFB, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A: true
    case 0xE0000...0xE00FF, 0xE01F0...0xE0FFF: true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether a scalar joins the cluster of the one before it, or heads the one after it, without
  /// limit: combining marks, Hangul medials and finals, number signs (UAX #29, Prepend) and skin
  /// tones.
  var attaches: Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    case 0x1160...0x11FF, 0xD7B0...0xD7FF, 0x1F3FB...0x1F3FF: true
    default: isMark
    }
  }

  /// Whether a scalar is drawn on the one before it.
  ///
  /// Two vowels of Thai and Lao are letters by category but join the cluster all the same (UAX #29,
  /// SpacingMark).
  var isMark: Bool { properties.generalCategory.isMark || value == 0xE33 || value == 0xEB3 }

  /// Whether a variation selector changes how this scalar looks (Unicode's emoji and ideographic
  /// variation sequences; digits only in keycaps).
  func takesSelector(_ selector: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    if isASCII { return selector.value == 0xFE0F && next?.value == 0x20E3 && properties.isEmoji }
    return switch selector.value {
    case 0xFE0E...0xFE0F: properties.isEmoji
    case 0xFE00...0xFE02, 0xE0100...0xE01EF: properties.isIdeographic
    default: false
    }
  }

  /// Whether this joiner is at work: between pictures, after an Indic virama, or (the non-joiner)
  /// between Arabic letters.
  func joins(_ previous: Unicode.Scalar, _ next: Unicode.Scalar) -> Bool {
    if previous.properties.canonicalCombiningClass == .virama { return true }
    if value == 0x200C { return previous.isArabic && next.isArabic }
    return previous.endsPicture && next.isPicture
  }

  private var isArabic: Bool {
    switch value {
    case 0x620...0x6D3, 0x750...0x77F, 0x8A0...0x8C9: true
    default: false
    }
  }

  private var endsPicture: Bool { isPicture || value == 0xFE0F || properties.isEmojiModifier }

  /// Flag letters and digits are emoji parts that no joiner joins (UAX #29, GB11).
  private var isPicture: Bool {
    value > 0x7F && properties.isEmoji && !(0x1F1E6...0x1F1FF).contains(value)
  }
}
