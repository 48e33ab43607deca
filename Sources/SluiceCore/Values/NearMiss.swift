/// The one of `known` that someone who wrote `word` most likely meant; `nil` if none is near.
///
/// Near is: equal without regard to case, or at most two letters inserted, left out, replaced or swapped
/// (one for words under five letters, none for a single letter, which is near every other).
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

/// How many letters have to be inserted, left out, replaced or swapped with their neighbour.
private func editDistance(_ left: [Character], _ right: [Character]) -> Int {
  var before: [Int] = []
  var row = Array(0...right.count)
  for index in left.indices {
    var next = [index + 1]
    for column in right.indices {
      var distance = row[column] + (left[index] == right[column] ? 0 : 1)
      distance = min(distance, row[column + 1] + 1, next[column] + 1)
      if index > 0, column > 0, left[index] == right[column - 1], left[index - 1] == right[column] {
        distance = min(distance, before[column - 1] + 1)
      }
      next.append(distance)
    }
    before = row
    row = next
  }
  return row[right.count]
}
