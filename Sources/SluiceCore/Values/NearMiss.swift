/// The one of `known` that someone who wrote `word` most likely meant; `nil` if none is near.
///
/// Near is: equal without regard to case, or at most two letters inserted, left out or replaced (one for
/// words under five letters, none for a single letter, which is near every other).
public func nearest(to word: String, among known: [String]) -> String? {
  let folded = Array(word.lowercased())
  let limit = folded.count < 2 ? 0 : folded.count < 5 ? 1 : 2
  var best: (name: String, distance: Int)?
  for name in known {
    let other = Array(name.lowercased())
    // The difference in length is the least distance; a very long word is not worth a table.
    guard abs(other.count - folded.count) <= limit else { continue }
    let distance = editDistance(folded, other)
    if distance <= limit, distance < best?.distance ?? .max { best = (name, distance) }
  }
  return best?.name
}

private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (index, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = index + 1
    for (column, other) in right.enumerated() {
      let replaced = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
    }
  }
  return row[right.count]
}
