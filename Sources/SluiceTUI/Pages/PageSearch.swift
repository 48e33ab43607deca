import Drawing

/// A text that is searched for on a page, and where it stands.
struct PageSearch: Equatable {
  /// One place where it stands.
  struct Match: Equatable {
    let line: Int
    /// Its first column on that line.
    let column: Int
    let columns: Int
  }

  let query: String
  private(set) var matches: [Match] = []
  /// The one that one has gone to.
  private(set) var current = 0

  init(_ query: String) {
    self.query = query
  }

  var match: Match? {
    matches.indices.contains(current) ? matches[current] : nil
  }

  /// Which one of how many: `3 of 7`.
  var place: String {
    matches.isEmpty ? "0 of 0" : "\(current + 1) of \(matches.count)"
  }

  /// Finds the text on lines; the one gone to stays the one in that place of their order.
  mutating func find(in page: PageLines) {
    let needle = Array(query.lowercased().utf8)
    let lines = page.lines(from: 0, atMost: page.count)
    matches = lines.enumerated().flatMap { Self.matches(of: needle, in: $1.plain, line: $0) }
    current = min(current, max(0, matches.count - 1))
  }

  /// Goes to the first one at or below a line, else to the first of all.
  mutating func go(below line: Int) {
    current = matches.firstIndex { $0.line >= line } ?? 0
  }

  /// Goes on by so many, and round at the ends.
  mutating func step(_ distance: Int) {
    guard !matches.isEmpty else { return }
    current = (current + distance % matches.count + matches.count) % matches.count
  }

  /// Compares without case; a match does not go on from line to line.
  private static func matches(of needle: [UInt8], in text: String, line: Int) -> [Match] {
    let text = Array(text.lowercased().utf8)
    guard !needle.isEmpty, text.count >= needle.count else { return [] }
    var matches: [Match] = []
    var place = 0
    while place <= text.count - needle.count {
      guard text[place] == needle[0], text[place..<(place + needle.count)].elementsEqual(needle)
      else {
        place += 1
        continue
      }
      matches.append(
        Match(
          line: line, column: columns(of: text[..<place]),
          columns: columns(of: text[place..<(place + needle.count)])))
      place += needle.count
    }
    return matches
  }

  private static func columns(of bytes: ArraySlice<UInt8>) -> Int {
    DisplayWidth.columns(of: String(decoding: bytes, as: UTF8.self))
  }
}
