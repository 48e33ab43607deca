import SluiceCore
import Testing

extension BoardFilter {
  /// What a person typed on the day that test clocks begin with.
  init(parsing text: String, me: String) {
    let reading = FilterReading(text)
    #expect(reading.faults == [], "\(text)")
    let filter = reading.filter ?? .everything
    do {
      self.init(try filter.resolved(me: me, today: TestClock().now.day))
    } catch {
      Issue.record("\(error.message)")
      self.init()
    }
  }
}
