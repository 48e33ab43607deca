import Glibc
import SluiceCore

/// The clock where the person is.
enum LocalTime {
  /// How far the local clock is ahead of UTC at a moment.
  static func secondsFromUTC(at time: Timestamp) -> Int {
    var seconds = time_t(time.milliseconds / 1_000)
    var local = tm()
    guard localtime_r(&seconds, &local) != nil else { return 0 }
    return local.tm_gmtoff
  }

  /// The day that it is there, as the board counts days.
  static func day(at time: Timestamp) -> CalendarDay {
    time.advanced(bySeconds: Int64(secondsFromUTC(at: time))).day
  }
}
