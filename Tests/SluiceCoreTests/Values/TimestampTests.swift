import Testing

@testable import SluiceCore

@Suite struct TimestampTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00Z"),
    (1, "1970-01-01T00:00:00.001Z"),
    (-1, "1969-12-31T23:59:59.999Z"),
    (-86_400_000, "1969-12-31T00:00:00Z"),
    (1_709_210_096_789, "2024-02-29T12:34:56.789Z"),
    (1_773_057_600_000, "2026-03-09T12:00:00Z"),
    (2_147_483_648_000, "2038-01-19T03:14:08Z"),
  ])
  func `a moment prints as RFC 3339 in UTC`(milliseconds: Int64, text: String) {
    #expect(Timestamp(milliseconds: milliseconds).description == text)
  }

  @Test func `the day changes at midnight, before the epoch too`() {
    #expect(Timestamp(milliseconds: -1).day == CalendarDay("1969-12-31"))
    #expect(Timestamp(milliseconds: 0).day == CalendarDay("1970-01-01"))
    #expect(Timestamp(milliseconds: 86_399_999).day == CalendarDay("1970-01-01"))
    #expect(Timestamp(milliseconds: 86_400_000).day == CalendarDay("1970-01-02"))
  }

  @Test func `elapsed seconds are whole and never negative`() {
    let start = Timestamp(milliseconds: 10_000)
    #expect(Timestamp(milliseconds: 12_999).seconds(since: start) == 2)
    #expect(Timestamp(milliseconds: 9_000).seconds(since: start) == 0)
    #expect(start.advanced(bySeconds: 90) == Timestamp(milliseconds: 100_000))
    #expect(start.advanced(bySeconds: -10) == Timestamp(milliseconds: 0))
  }

  @Test func `the furthest moments still print`() {
    #expect(Timestamp(milliseconds: .max).description == "9999-12-31T07:12:55.807Z")
    #expect(Timestamp(milliseconds: .min).description == "0001-01-01T16:47:04.192Z")
  }

  @Test(
    arguments: [
      (0, "now"), (59, "now"), (60, "1m"), (3_599, "59m"), (3_600, "1h"), (86_399, "23h"),
      (86_400, "1d"), (86_400 * 59, "59d"), (86_400 * 60, "8w"), (86_400 * 729, "104w"),
      (86_400 * 730, "2y"), (-5, "now"),
    ] as [(Int64, String)])
  func `age is told in the largest unit that fits`(seconds: Int64, age: String) {
    let start = Timestamp(milliseconds: 10_000)
    #expect("\(start.age(at: start.advanced(bySeconds: seconds)))" == age)
  }

  @Test func `moments order by time`() {
    #expect(Timestamp(milliseconds: -5) < Timestamp(milliseconds: 3))
    #expect(!(Timestamp(milliseconds: 3) < Timestamp(milliseconds: 3)))
  }
}
