extension Appearance {
  /// About how many bytes it takes to change to another.
  func distance(to other: Appearance) -> Int {
    let colors =
      (foreground == other.foreground ? 0 : 9) + (background == other.background ? 0 : 9)
    let changed = attributes.symmetricDifference(other.attributes)
    return colors + 3 * changed.rawValue.nonzeroBitCount
  }
}
