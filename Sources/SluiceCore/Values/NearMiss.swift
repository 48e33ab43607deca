/// The one of `known` that someone who wrote `word` most likely meant; `nil` if none is near.
///
/// Near is: equal without regard to case, or at most two letters inserted, left out or replaced (one for
/// words under five letters).
public func nearest(to word: String, among known: [String]) -> String? {
  let folded = Array(word.lowercased())
  let limit = folded.count < 5 ? 1 : 2
  let ranked = known.map { ($0, editDistance(folded, Array($0.lowercased()))) }
  guard let best = ranked.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
  return best.0
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
