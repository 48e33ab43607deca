/// A moment in integer milliseconds since 1970-01-01T00:00:00Z, the only form in which times are kept.
public struct Timestamp: Hashable, Comparable, Sendable {
  /// Milliseconds since the epoch, UTC.
  public let milliseconds: Int64

  /// A moment from milliseconds since the epoch.
  public init(milliseconds: Int64) {
    self.milliseconds = milliseconds
  }

  /// Whether `left` comes first.
  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.milliseconds < right.milliseconds
  }

  /// The moment `seconds` later; earlier if negative.
  public func advanced(bySeconds seconds: Int64) -> Timestamp {
    Timestamp(milliseconds: milliseconds &+ seconds &* 1_000)
  }

  /// Whole seconds from `earlier` to this moment; never negative, for clocks of two machines differ.
  public func seconds(since earlier: Timestamp) -> Int64 {
    max(0, (milliseconds &- earlier.milliseconds) / 1_000)
  }

  /// The calendar day in UTC.
  public var day: CalendarDay {
    CalendarDay(daysSinceEpoch: Int(milliseconds.flooredQuotient(by: Self.millisecondsPerDay)))
  }

  static let millisecondsPerDay: Int64 = 86_400_000
}

extension Timestamp: CustomStringConvertible {
  /// RFC 3339 in UTC with milliseconds left out when they are zero: `2026-03-09T14:05:00Z`.
  public var description: String {
    String(unsafeUninitializedCapacity: Self.room, initializingUTF8With: write)
  }

  /// Appends the same to bytes, without a text in between.
  public func append(to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.room) { buffer in
      bytes.append(contentsOf: UnsafeMutableBufferPointer(rebasing: buffer[..<write(buffer)]))
    }
  }

  /// The most bytes that it takes.
  public static let room = 24

  /// Writes the same to where there is room for it, and answers how many bytes it took.
  ///
  /// Digit by digit, for a list writes many.
  public func write(_ text: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let ofDay = Int(milliseconds.flooredRemainder(by: Self.millisecondsPerDay))
    let (year, month, day) = day.components
    text.write(year, digits: 4, at: 0)
    text.write(month, after: "-", at: 4)
    text.write(day, after: "-", at: 7)
    text.write(ofDay / 3_600_000, after: "T", at: 10)
    text.write(ofDay / 60_000 % 60, after: ":", at: 13)
    text.write(ofDay / 1_000 % 60, after: ":", at: 16)
    let fraction = ofDay % 1_000
    if fraction != 0 {
      text[19] = UInt8(ascii: ".")
      text.write(fraction, digits: 3, at: 20)
    }
    let end = fraction == 0 ? 19 : 23
    text[end] = UInt8(ascii: "Z")
    return end + 1
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  fileprivate func write(_ number: Int, after sign: Unicode.Scalar, at place: Int) {
    self[place] = UInt8(ascii: sign)
    write(number, digits: 2, at: place + 1)
  }

  /// The last digits of a number that is not negative.
  fileprivate func write(_ number: Int, digits: Int, at place: Int) {
    var rest = number
    for place in (place..<place + digits).reversed() {
      self[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }
}

extension BinaryInteger {
  /// The quotient rounded towards minus infinity, as calendars need it before the epoch.
  func flooredQuotient(by divisor: Self) -> Self {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }

  func flooredRemainder(by divisor: Self) -> Self {
    let remainder = self % divisor
    return remainder < 0 ? remainder + divisor : remainder
  }
}

func padded(_ number: some BinaryInteger, to width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}
