import SluiceCore

extension Timestamp {
  /// Reads a moment as exports write it: RFC 3339, with a blank for the `T` too, or a day alone.
  ///
  /// Without a zone it is taken as UTC; a day alone is its first moment. `nil` for anything else.
  init?(reading text: String) {
    let day = CalendarDay(String(text.prefix(10)))
    var rest = text.dropFirst(10)
    guard let day else { return nil }
    let midnight = Int64(day.daysSinceEpoch) * 86_400_000
    guard let separator = rest.popFirst() else {
      self.init(milliseconds: midnight)
      return
    }
    guard separator == "T" || separator == "t" || separator == " ",
      let zone = Self.takeZone(&rest), let clock = Self.clock(rest)
    else { return nil }
    self.init(milliseconds: midnight + clock - zone)
  }

  /// Cuts the zone off the end of a clock time; how far it is ahead of UTC.
  private static func takeZone(_ text: inout Substring) -> Int64? {
    if text.last == "Z" || text.last == "z" {
      text.removeLast()
      return 0
    }
    guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }) else { return 0 }
    let isBehind = text[sign] == "-"
    let digits = text[text.index(after: sign)...].filter { $0 != ":" }
    guard digits.count == 4, let hours = Int64(digits.prefix(2)), hours < 24,
      let minutes = Int64(digits.suffix(2)), minutes < 60
    else { return nil }
    text = text[..<sign]
    let offset = (hours * 60 + minutes) * 60_000
    return isBehind ? -offset : offset
  }

  /// The milliseconds of `HH:MM`, `HH:MM:SS` or `HH:MM:SS.fff`.
  private static func clock(_ text: Substring) -> Int64? {
    let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let clock = halves.first else { return nil }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count),
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy(\.isDigit) })
    else { return nil }
    let numbers = parts.compactMap { Int64($0) }
    let seconds = numbers.count == 3 ? numbers[2] : 0
    guard numbers[0] < 24, numbers[1] < 60, seconds < 61 else { return nil }
    let whole = ((numbers[0] * 60 + numbers[1]) * 60 + seconds) * 1_000
    guard halves.count == 2 else { return whole }
    guard !halves[1].isEmpty, halves[1].utf8.allSatisfy(\.isDigit) else { return nil }
    let thousandths = (halves[1].prefix(3) + "00").prefix(3)
    return Int64(thousandths).map { whole + $0 }
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
