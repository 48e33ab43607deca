import SluiceCore
import Testing

extension BoardFilter {
  /// What a person typed on the day that test clocks begin with.
  init(parsing text: String, me: String) {
    let reading = FilterReading(text)
    #expect(reading.faults == [], "\(text)")
    let filter = reading.filter ?? .everything
    self.init(filter.resolved(me: me, today: TestClock().now.day))
  }
}
