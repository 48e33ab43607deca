import Testing

@testable import SluiceCore

@Suite struct FilterPropertyTests {
  @Test(arguments: 0..<20)
  func `What is printed reads back as the same filter`(seed: Int) throws {
    var maker = RandomFilter(seed: seed)
    for _ in 0..<300 {
      let filter = maker.filter()
      let printed = filter.description
      let read = FilterReading(printed)
      try #require(read.faults == [], "\(printed)")
      #expect(read.filter == filter.normalized, "\(printed)")
      #expect(read.filter?.description == printed)
    }
  }

  /// Not a letter of what is typed is lost or misplaced, whatever it is.
  @Test(arguments: 0..<20)
  func `Any text at all is read, with faults within it`(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "(", ")", "-", "\"", "\\", " ", "or", "and", ":", ">=", "<", "=", "label", "age", "due", "is",
      "view", "3d", "none", "me", "é", "日本", "\u{0}", "\u{301}", "\u{202E}", "👨‍👩‍👧", "\n",
      "priority>=high",
      "assignee:", "2026-12-24", "99999999999999999999d",
    ]
    for _ in 0..<400 {
      var text = ""
      for _ in 0..<random.below(14) {
        text +=
          random.chance(85)
          ? pieces[random.below(pieces.count)]
          : String(Character(Unicode.Scalar(UInt8(random.below(256)))))
      }
      let reading = FilterReading(text)
      #expect(reading.text == text)
      #expect((reading.filter == nil) != reading.faults.isEmpty)
      for fault in reading.faults {
        #expect(0 <= fault.range.lowerBound && fault.range.upperBound <= text.count, "\(text)")
        #expect(fault.message.hasSuffix(".") || fault.message.contains("write "), "\(fault)")
      }
      for caret in 0...text.count {
        let range = FilterCompletion(text, caret: caret, .init(statuses: ["In Review"])).range
        #expect(0 <= range.lowerBound && range.upperBound <= text.count)
      }
      if let filter = reading.filter {
        #expect(FilterReading(filter.description).filter == filter, "\(text)")
      }
    }
  }

  @Test(arguments: 0..<10)
  func `What indexes know of a filter and the rest of it are the whole`(seed: Int) throws {
    var maker = RandomFilter(seed: seed)
    var random = SeededGenerator(seed: seed + 1_000)
    let scene = try FilterScene()
    for _ in 0..<200 {
      let filter = try maker.filterWithoutViews().resolved(me: "ann", today: Given.noon.day)
      let subject = scene.subject(&random)
      let context = FilterContext(me: "ann", now: Given.noon)
      #expect(
        BoardFilter(filter).whole.verdict(on: subject, context)
          == filter.verdict(on: subject, context), "\(filter)")
    }
  }

  @Test(arguments: 0..<10)
  func `Who asks and when makes no difference once it is resolved`(seed: Int) throws {
    var maker = RandomFilter(seed: seed)
    var random = SeededGenerator(seed: seed + 2_000)
    let scene = try FilterScene()
    for _ in 0..<200 {
      let filter = maker.filterWithoutViews()
      let subject = scene.subject(&random)
      let asked = FilterContext(me: "ann", now: Given.noon)
      let resolved = try filter.resolved(me: "ann", today: asked.today)
      let elsewhere = FilterContext(
        me: "someone", now: Given.noon, today: CalendarDay(daysSinceEpoch: 1))
      #expect(
        resolved.verdict(on: subject, elsewhere) == filter.verdict(on: subject, asked), "\(filter)")
    }
  }
}

extension RandomFilter {
  /// A filter of which all is known.
  fileprivate mutating func filterWithoutViews() -> Filter {
    filter().mapTerms { term in
      if case .view = term { .term(.trait(.mine)) } else { .term(term) }
    }.normalized
  }
}
