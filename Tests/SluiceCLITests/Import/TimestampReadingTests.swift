import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("Moments in files") struct TimestampReadingTests {
  @Test(arguments: [
    ("2014-04-17T18:38:34Z", "2014-04-17T18:38:34Z"),
    ("2026-03-09T14:05:00.25Z", "2026-03-09T14:05:00.250Z"),
    ("2026-03-09T14:05:00+02:00", "2026-03-09T12:05:00Z"),
    ("2026-03-09T00:30:00-0130", "2026-03-09T02:00:00Z"),
    ("2026-03-09 14:05", "2026-03-09T14:05:00Z"),
    ("2026-03-09", "2026-03-09T00:00:00Z"),
    ("1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z"),
  ]) func areRead(text: String, moment: String) {
    #expect(Timestamp(reading: text)?.description == moment)
  }

  @Test(arguments: [
    "", "yesterday", "2026-02-30", "2026-03-09T", "2026-03-09T25:00:00Z", "2026-03-09T14:5:00Z",
    "2026-03-09T14:05:00+99:00", "2026-03-09T14:05:00.Z", "09.03.2026", "2026-03-09X14:05:00Z",
    "2026-03-09T14:05:00Zjunk",
  ]) func areRefused(text: String) {
    #expect(Timestamp(reading: text) == nil)
  }
}
