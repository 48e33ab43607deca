/// Rewrites text scalar by scalar, putting marks where ``VisibleText`` promises them.
struct TextMarker {
  /// More combining marks on one base than any orthography uses.
  private static let mostMarks = 6
  /// More joiners in one emoji than any recommended sequence has.
  private static let mostJoiners = 4

  private let keepingBreaks: Bool
  private var output = String.UnicodeScalarView()
  private var previous: Unicode.Scalar?
  private var marks = 0
  private var joiners = 0
  private var column = 0

  init(keepingBreaks: Bool) {
    self.keepingBreaks = keepingBreaks
  }

  mutating func mark(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if keepingBreaks, scalars[index] == "\r", next == "\n" {
        index += 1
        continue
      }
      append(scalars[index], before: next)
      index += 1
      if let next, next.isTag { index += keepTags(of: scalars[index - 1], scalars[index...]) }
    }
    endMarks()
    return String(output)
  }

  private mutating func append(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) {
    if DisplayWidth.agreedColumns(of: scalar.value) > 0 {
      endMarks()
      return keep(scalar)
    }
    if keepingBreaks, scalar == "\n" || scalar == "\t" { return appendBreak(scalar) }
    if scalar.attaches, !scalar.isHidden, !scalar.isVariationSelector { return appendMark(scalar) }
    if isNeeded(scalar, before: next) { return appendJoiner(scalar) }
    endMarks()
    if let picture = scalar.controlPicture {
      keep(picture)
    } else if scalar.isHidden || scalar.isVariationSelector || scalar.isJoiner {
      appendNumber(scalar)
    } else {
      keep(scalar)
    }
  }

  /// Whether a selector or joiner does its work between its neighbours instead of hiding there.
  private func isNeeded(_ scalar: Unicode.Scalar, before next: Unicode.Scalar?) -> Bool {
    guard let previous else { return false }
    if scalar.isVariationSelector { return previous.takesSelector(scalar, before: next) }
    guard scalar.isJoiner, let next, joiners < TextMarker.mostJoiners else { return false }
    return scalar.joins(previous, next)
  }

  private mutating func appendJoiner(_ scalar: Unicode.Scalar) {
    output.append(scalar)
    previous = scalar
    joiners += 1
  }

  /// Keeps the tags that make a flag of the scalar before them; answers how many they are.
  private mutating func keepTags(
    of base: Unicode.Scalar, _ rest: ArraySlice<Unicode.Scalar>
  ) -> Int {
    guard let tags = base.flagTags(in: rest) else { return 0 }
    output.append(contentsOf: tags)
    previous = tags.last
    return tags.count
  }

  private mutating func appendMark(_ scalar: Unicode.Scalar) {
    // Without a base a mark would sit on whatever was drawn to its left.
    if previous == nil, scalar.isMark { keep("\u{25CC}") }
    marks += 1
    guard marks <= TextMarker.mostMarks else { return }
    output.append(scalar)
    previous = scalar
  }

  /// Ends a cluster: says how many combining marks were left off it.
  private mutating func endMarks() {
    let excess = marks - TextMarker.mostMarks
    marks = 0
    if excess > 0 { appendNote("+\(excess)") }
  }

  private mutating func keep(_ scalar: Unicode.Scalar) {
    // Pictures chained by joiners are one cluster, whose joiners are counted together.
    if previous?.value != 0x200D { joiners = 0 }
    output.append(scalar)
    previous = scalar
    if keepingBreaks { column += DisplayWidth.columns(of: scalar) }
  }

  private mutating func appendNumber(_ scalar: Unicode.Scalar) {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    appendNote("U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits)
  }

  private mutating func appendNote(_ note: String) {
    for scalar in "\u{2039}\(note)\u{203A}".unicodeScalars { keep(scalar) }
  }

  private mutating func appendBreak(_ scalar: Unicode.Scalar) {
    endMarks()
    if scalar == "\n" {
      output.append("\n")
      previous = nil
      column = 0
    } else {
      for _ in 0..<(4 - column % 4) { keep(" ") }
    }
  }
}
