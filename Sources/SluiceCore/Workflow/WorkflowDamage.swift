/// The places of a definition that could not be read, so that nothing is known of what they would have held.
///
/// Keeps one mistake from being reported as several.
struct WorkflowDamage {
  private(set) var places: Set<String> = []

  /// The place of the whole definition, for messages.
  static let root = "definition"

  var isEmpty: Bool { places.isEmpty }

  mutating func add(_ place: String) {
    places.insert(place)
  }

  /// Whether the place, or one that contains it, could not be read.
  func covers(_ place: String) -> Bool {
    guard !isEmpty else { return false }
    if places.contains(Self.root) || places.contains(place) { return true }
    return place.indices.contains { index in
      (place[index] == "." || place[index] == "[") && places.contains(String(place[..<index]))
    }
  }
}
