import SluiceCore
import Testing

/// Days as people say them, on Friday, 27 November 2026.
@Suite struct SaidDayTests {
  private func day(_ text: String, on today: String = "2026-11-27") -> String? {
    CalendarDay(today).flatMap { CalendarDay(said: text, on: $0) }?.description
  }

  @Test(arguments: [
    ("2026-12-24", "2026-12-24"), ("1999-01-31", "1999-01-31"), ("today", "2026-11-27"),
    ("tomorrow", "2026-11-28"), ("TODAY", "2026-11-27"), ("Tomorrow", "2026-11-28"),
    ("+0d", "2026-11-27"), ("+1d", "2026-11-28"), ("+3d", "2026-11-30"), ("+4d", "2026-12-01"),
    ("+35d", "2027-01-01"), ("+0w", "2026-11-27"), ("+1w", "2026-12-04"), ("+2w", "2026-12-11"),
    ("+2W", "2026-12-11"), ("+007d", "2026-12-04"), ("+2912112d", "9999-12-31"),
  ])
  func isRead(text: String, expected: String) {
    #expect(day(text) == expected)
  }

  /// The next one after today: on a Friday, Friday is in a week.
  @Test(arguments: [
    ("sat", "2026-11-28"), ("sun", "2026-11-29"), ("mon", "2026-11-30"), ("tue", "2026-12-01"),
    ("wed", "2026-12-02"), ("thu", "2026-12-03"), ("fri", "2026-12-04"), ("friday", "2026-12-04"),
    ("Friday", "2026-12-04"), ("SAT", "2026-11-28"), ("tues", "2026-12-01"),
    ("thurs", "2026-12-03"), ("wednes", "2026-12-02"),
  ])
  func aWeekdayIsTheNextOne(text: String, expected: String) {
    #expect(day(text) == expected)
  }

  @Test(arguments: [
    ("2026-11-23", "2026-11-27"), ("2026-11-24", "2026-11-27"), ("2026-11-25", "2026-11-27"),
    ("2026-11-26", "2026-11-27"), ("2026-11-27", "2026-12-04"), ("2026-11-28", "2026-12-04"),
    ("2026-11-29", "2026-12-04"), ("2024-02-28", "2024-03-01"), ("2026-12-31", "2027-01-01"),
    ("1970-01-01", "1970-01-02"), ("1969-12-25", "1969-12-26"), ("0001-01-01", "0001-01-05"),
  ])
  func fridayIsCountedFromAnyDay(today: String, expected: String) {
    #expect(day("fri", on: today) == expected)
  }

  @Test(arguments: [
    "", " ", "soon", "yesterday", "tod", "tomorrows", "fr", "frid ay", "fridays", "freitag", "t",
    "+",
    "+d", "+w", "3d", "-3d", "+-3d", "+3", "+3m", "+ 3d", "+3 d", "+3dd", "+1d2d", "+٣d", "++3d",
    "+2912113d", "+99999999999999999999d", "+9223372036854775807w", "+9223372036854775807d",
    "2026-02-30", "2026-11", "26-11-27", "2026/11/27", " today", "today ", "next fri",
  ])
  func anythingElseIsNot(text: String) {
    #expect(day(text) == nil)
  }

  @Test func whatIsSaidOfThemIsTrue() {
    #expect(CalendarDay.saidForms == "YYYY-MM-DD, today, tomorrow, fri, +3d or +2w")
    for form in CalendarDay.saidForms.split(separator: ", ").flatMap({ $0.split(separator: " or ") }
    )
    where form != "YYYY-MM-DD" {
      #expect(day(String(form)) != nil)
    }
  }
}
