import Drawing

/// The keys a theme file may set, for messages about one it may not.
enum ThemeKey {
  static var all: [String] {
    ["inherits"] + Role.allCases.map(\.name) + Overlay.names.map { "overlay.\($0)" }
  }

  /// The known key that takes the fewest changed letters; the first of equals.
  static func nearest(to key: String) -> String {
    let distances = all.map { (name: $0, distance: distance(key.lowercased(), $0.lowercased())) }
    return distances.min { $0.distance < $1.distance }?.name ?? ""
  }

  /// The Levenshtein distance, one row at a time.
  private static func distance(_ left: String, _ right: String) -> Int {
    let letters = Array(right)
    var row = Array(0...letters.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in letters.indices {
        let substituted = diagonal + (letters[column] == letter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(substituted, row[column] + 1, diagonal + 1)
      }
    }
    return row[letters.count]
  }
}
