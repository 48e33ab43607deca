import Drawing

/// A text that is searched for on a page, and where it stands.
struct PageSearch: Equatable {
  /// One place where it stands.
  struct Match: Equatable {
    let line: Int
    /// Its first column on that line.
    let column: Int
    let columns: Int

    fileprivate func moved(lines distance: Int) -> Match {
      Match(line: line + distance, column: column, columns: columns)
    }
  }

  let query: String
  /// What it was searched for in.
  private var lines: PageLines?
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
  ///
  /// Parts of the page that are as they were are not searched again.
  mutating func find(in lines: PageLines) {
    guard lines != self.lines else { return }
    let former = self.lines.map { partsWithMatches(of: $0) } ?? []
    let needle = Array(query.lowercased().utf8)
    var start = 0
    var found: [Match] = []
    for part in lines.parts {
      if let known = former.first(where: { $0.part == part }) {
        found += known.matches.map { $0.moved(lines: start - known.start) }
      } else {
        for (row, line) in part.enumerated() {
          found += Self.matches(of: needle, in: line.plain, line: start + row)
        }
      }
      start += part.count
    }
    (self.lines, matches) = (lines, found)
    current = min(current, max(0, matches.count - 1))
  }

  /// The parts that were searched, where each began, and what was found there.
  private func partsWithMatches(
    of lines: PageLines
  ) -> [(part: ArraySlice<PageLine>, start: Int, matches: ArraySlice<Match>)] {
    var start = 0
    var rest = matches[...]
    return lines.parts.map { part in
      let end = start + part.count
      let own = rest.prefix { $0.line < end }
      rest = rest.dropFirst(own.count)
      defer { start = end }
      return (part, start, own)
    }
  }

  /// What was found on some of the lines.
  func matches(on range: Range<Int>) -> ArraySlice<Match> {
    matches[firstMatch(from: range.lowerBound)..<firstMatch(from: range.upperBound)]
  }

  /// The place of the first match at or below a line.
  private func firstMatch(from line: Int) -> Int {
    var (low, high) = (0, matches.count)
    while low < high {
      let middle = (low + high) / 2
      if matches[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
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
