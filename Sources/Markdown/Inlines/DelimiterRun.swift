/// Stars, underscores or tildes in a row.
struct DelimiterRun {
  let sign: UInt8
  let length: Int
  let canOpen: Bool
  let canClose: Bool
  /// The runs before and after it that may still open or close something.
  var previous: Int?
  var next: Int?
  /// How many signs are left that mean nothing so far.
  var rest: Int
  /// What it opens, the innermost first.
  var opened: [Span] = []
  /// How many spans it closes.
  var closed = 0
}

extension InlineParser {
  mutating func takeRun() -> Bool {
    let sign = bytes[place]
    let end = place + bytes[place...].prefix { $0 == sign }.count
    guard sign != .tilde || end - place <= 2 else {
      return take(.text(place..<end, bytes), upTo: end)
    }
    let before = Neighbour(before: place, in: bytes)
    let after = Neighbour(after: end, in: bytes)
    let opens = after != .blank && (after == .letter || before != .letter)
    let closes = before != .blank && (before == .letter || after != .letter)
    let isWithinWords = sign == .underscore
    let run = DelimiterRun(
      sign: sign, length: end - place,
      canOpen: opens && (!isWithinWords || !closes || before == .punctuation),
      canClose: closes && (!isWithinWords || !opens || after == .punctuation),
      previous: lastRun, rest: end - place)
    if let lastRun { runs[lastRun].next = runs.count }
    lastRun = runs.count
    runs.append(run)
    return take(.run(runs.count - 1), upTo: end)
  }

  /// Finds what the runs behind one open and close, and forgets them.
  mutating func closeRuns(after bottom: Int?) {
    var bottoms: [Int: Int?] = [:]
    var current = bottom.map { runs[$0].next } ?? firstRun
    while let closer = current {
      steps += 1
      guard runs[closer].canClose else {
        current = runs[closer].next
        continue
      }
      let key = runs[closer].key
      if let opener = opener(of: closer, above: bottoms[key] ?? bottom) {
        current = match(opener, closer)
      } else {
        bottoms[key] = .some(runs[closer].previous)
        current = runs[closer].next
        if !runs[closer].canOpen { remove(closer) }
      }
    }
    lastRun = bottom
    if let bottom { runs[bottom].next = nil }
  }

  /// The first of the runs that are kept.
  private var firstRun: Int? {
    var first = lastRun
    while let run = first, let previous = runs[run].previous { first = previous }
    return first
  }

  private mutating func opener(of closer: Int, above bottom: Int?) -> Int? {
    var candidate = runs[closer].previous
    while let opener = candidate, opener > bottom ?? -1 {
      steps += 1
      if runs[opener].opens(runs[closer]) { return opener }
      candidate = runs[opener].previous
    }
    return nil
  }

  /// Joins two runs; the run to go on with.
  private mutating func match(_ opener: Int, _ closer: Int) -> Int? {
    let isDouble = runs[opener].rest >= 2 && runs[closer].rest >= 2
    let isTilde = runs[opener].sign == .tilde
    let count = isDouble ? 2 : 1
    let span: Span = isTilde ? .struck : isDouble ? .strong : .emphasis
    runs[opener].opened.append(span)
    runs[opener].rest -= count
    runs[closer].closed += 1
    runs[closer].rest -= count
    runs[opener].next = closer
    runs[closer].previous = opener
    if runs[opener].rest == 0 { remove(opener) }
    guard runs[closer].rest == 0 else { return closer }
    let next = runs[closer].next
    remove(closer)
    return next
  }

  private mutating func remove(_ run: Int) {
    let (previous, next) = (runs[run].previous, runs[run].next)
    if let previous { runs[previous].next = next }
    if let next { runs[next].previous = previous }
    if lastRun == run { lastRun = previous }
  }
}

extension DelimiterRun {
  /// Runs that fail to find an opener for the same reason.
  fileprivate var key: Int {
    let kind = sign == .star ? 0 : sign == .underscore ? 1 : 2
    return (kind * 2 + (canOpen ? 1 : 0)) * 3 + length % 3
  }

  /// Source: CommonMark 0.30, 6.2, rules 9 and 10; of tildes, both runs are as long.
  fileprivate func opens(_ closer: DelimiterRun) -> Bool {
    guard canOpen, sign == closer.sign else { return false }
    guard sign != .tilde else { return length == closer.length }
    guard closer.canOpen || canClose else { return true }
    return closer.length % 3 == 0 || (length + closer.length) % 3 != 0
  }
}

/// What stands beside a run.
private enum Neighbour {
  case blank
  case punctuation
  case letter

  init(before place: Int, in bytes: [UInt8]) {
    var start = place - 1
    while start > 0, place - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    self.init(start < 0 ? [] : bytes[start..<place])
  }

  init(after place: Int, in bytes: [UInt8]) {
    self.init(bytes[place...].prefix(4))
  }

  private init(_ bytes: ArraySlice<UInt8>) {
    guard let first = bytes.first else {
      self = .blank
      return
    }
    if first < 0x80 {
      self = first <= 0x20 ? .blank : first.isSign ? .punctuation : .letter
      return
    }
    guard let scalar = String(decoding: bytes, as: UTF8.self).unicodeScalars.first else {
      self = .letter
      return
    }
    self.init(scalar.properties.generalCategory)
  }

  private init(_ category: Unicode.GeneralCategory) {
    switch category {
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: self = .blank
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default: self = .letter
    }
  }
}
