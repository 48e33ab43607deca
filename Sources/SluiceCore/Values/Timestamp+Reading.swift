extension Timestamp {
  /// Reads RFC 3339: `2026-03-09T14:05:00Z`, also with a fraction or another zone; `nil` for anything else.
  ///
  /// What is finer than a millisecond is cut off.
  public init?(_ text: String) {
    var text = text
    let time = text.withUTF8 { utf8 -> Int64? in
      var reader = MomentReader(bytes: utf8)
      return reader.milliseconds()
    }
    guard let time else { return nil }
    self.init(milliseconds: time)
  }
}

/// Reads a moment byte by byte, for lists hold many.
private struct MomentReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func milliseconds() -> Int64? {
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2),
      let date = CalendarDay(year: year, month: month, day: day), skip("T") || skip("t"),
      let hour = digits(2), hour < 24, skip(":"), let minute = digits(2), minute < 60,
      skip(":"), let second = digits(2), second < 61, let fraction = fraction(),
      let zone = zone(), index == bytes.count
    else { return nil }
    let seconds = (hour * 60 + minute) * 60 + second - zone * 60
    return Int64(date.daysSinceEpoch) * Timestamp.millisecondsPerDay
      + Int64(
        seconds * 1_000 + fraction)
  }

  private mutating func digits(_ count: Int) -> Int? {
    guard index + count <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + count] {
      guard let digit = byte.digit else { return nil }
      value = value * 10 + digit
    }
    index += count
    return value
  }

  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// The thousandths; none is 0.
  private mutating func fraction() -> Int? {
    guard skip(".") else { return 0 }
    var thousandths = 0
    var weight = 100
    let start = index
    while index < bytes.count, let digit = bytes[index].digit {
      thousandths += digit * weight
      weight /= 10
      index += 1
    }
    return index > start ? thousandths : nil
  }

  /// How many minutes the zone is ahead of UTC.
  private mutating func zone() -> Int? {
    if skip("Z") || skip("z") { return 0 }
    let sign = skip("+") ? 1 : skip("-") ? -1 : 0
    guard sign != 0, let hours = digits(2), hours < 24, skip(":"), let minutes = digits(2),
      minutes < 60
    else { return nil }
    return sign * (hours * 60 + minutes)
  }
}

extension UInt8 {
  fileprivate var digit: Int? {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) ? Int(self) - 0x30 : nil
  }
}
