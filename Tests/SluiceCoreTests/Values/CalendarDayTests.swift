import Testing

@testable import SluiceCore

@Suite struct CalendarDayTests {
  @Test func `known days count from the epoch`() {
    #expect(CalendarDay("1970-01-01")?.daysSinceEpoch == 0)
    #expect(CalendarDay("1969-12-31")?.daysSinceEpoch == -1)
    #expect(CalendarDay("2000-03-01")?.daysSinceEpoch == 11_017)
    #expect(CalendarDay("2026-03-09")?.daysSinceEpoch == 20_521)
    #expect(CalendarDay("0001-01-01")?.daysSinceEpoch == -719_162)
    #expect(CalendarDay("9999-12-31")?.daysSinceEpoch == 2_932_896)
  }

  @Test func `eight hundred years follow the calendar day by day`() {
    var year = 1_600
    var month = 1
    var day = 1
    var count = -135_140
    var firstWrong: String?
    while year < 2_400, firstWrong == nil {
      let here = CalendarDay(daysSinceEpoch: count)
      let isRight =
        here.components == (year, month, day)
        && CalendarDay(year: year, month: month, day: day) == here
        && CalendarDay(here.description) == here
      if !isRight { firstWrong = "\(year)-\(month)-\(day) as \(here)" }
      (year, month, day) = Self.next(year, month, day)
      count += 1
    }
    #expect(firstWrong == nil)
    #expect(count == 157_054, "2400-01-01 in days since the epoch")
  }

  @Test(arguments: [
    ("2024-02-29", true), ("2023-02-29", false), ("1900-02-29", false), ("2000-02-29", true),
    ("2026-04-30", true), ("2026-04-31", false), ("2026-13-01", false), ("2026-00-10", false),
    ("2026-01-00", false), ("0000-01-01", false),
  ])
  func `only days of the calendar are read`(text: String, exists: Bool) {
    #expect((CalendarDay(text) != nil) == exists)
    if exists { #expect(CalendarDay(text)?.description == text) }
  }

  @Test(arguments: [
    "", "today", "2026-3-9", "09-03-2026", "2026/03/09", " 2026-03-09", "2026-03-09T00:00:00Z",
    "+026-03-09", "2026-+3-09", "2026-03-+9", "-001-01-01", "２０２６-03-09", "2026-03-09-01",
  ])
  func `any other shape is refused`(text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test func `days order as they follow`() {
    let days = ["2026-03-09", "1969-12-31", "2024-02-29"].compactMap { CalendarDay($0) }
    #expect(days.sorted().map(\.description) == ["1969-12-31", "2024-02-29", "2026-03-09"])
  }

  @Test func `a count beyond the calendar becomes its first or last day`() {
    #expect(CalendarDay(daysSinceEpoch: .max).description == "9999-12-31")
    #expect(CalendarDay(daysSinceEpoch: .min).description == "0001-01-01")
  }

  private static func next(_ year: Int, _ month: Int, _ day: Int) -> (Int, Int, Int) {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    if day < lengths[month - 1] { return (year, month, day + 1) }
    return month < 12 ? (year, month + 1, 1) : (year + 1, 1, 1)
  }
}
