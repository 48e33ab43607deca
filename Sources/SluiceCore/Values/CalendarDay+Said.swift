extension CalendarDay {
  /// Reads a day as a person says it: `YYYY-MM-DD`, `today`, `tomorrow`, a weekday for the next one after
  /// `today`, or so many days or weeks from `today` as `+3d` and `+2w`; `nil` for anything else.
  ///
  /// Case does not matter, and of a weekday three letters are enough.
  public init?(said text: String, on today: CalendarDay) {
    if let day = CalendarDay(text) {
      self = day
      return
    }
    let word = text.lowercased()
    let distance =
      switch word {
      case "today": 0
      case "tomorrow": 1
      default: Self.days(ofSpan: word) ?? today.days(untilWeekday: word)
      }
    guard let distance, let day = today.later(by: distance) else { return nil }
    self = day
  }

  /// What ``init(said:on:)`` takes, for those who are asked for a day.
  public static let saidForms = "YYYY-MM-DD, today, tomorrow, fri, +3d or +2w"

  /// The day so many days later; `nil` beyond what can be written down.
  private func later(by days: Int) -> CalendarDay? {
    let (sum, isOver) = daysSinceEpoch.addingReportingOverflow(days)
    let day = CalendarDay(daysSinceEpoch: sum)
    return isOver || day.daysSinceEpoch != sum ? nil : day
  }

  /// The days of `+3d` or `+2w`.
  private static func days(ofSpan word: String) -> Int? {
    guard word.first == "+", let unit = word.last, unit == "d" || unit == "w" else { return nil }
    let digits = word.dropFirst().dropLast()
    guard !digits.isEmpty, digits.allSatisfy({ ("0"..."9").contains($0) }),
      let count = Int(digits)
    else { return nil }
    let (days, isOver) = count.multipliedReportingOverflow(by: unit == "w" ? 7 : 1)
    return isOver ? nil : days
  }

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// How far it is to the next day of that name, from 1 to 7.
  private func days(untilWeekday word: String) -> Int? {
    guard word.count >= 3,
      let wanted = Self.weekdays.firstIndex(where: { $0.hasPrefix(word) })
    else { return nil }
    // 1970-01-01 was a Thursday.
    let present = ((daysSinceEpoch + 3) % 7 + 7) % 7
    return (wanted - present + 6) % 7 + 1
  }
}
