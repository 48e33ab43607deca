/// Repeated measurements of one thing.
struct Samples {
  private(set) var values: [Double] = []

  mutating func add(_ value: Double) {
    values.append(value)
  }

  mutating func add(_ nanoseconds: Int64) {
    values.append(Double(nanoseconds))
  }

  /// The middle one; not a number if nothing was measured.
  var median: Double { quantile(0.5) }

  /// The one that so large a part of all does not exceed.
  func quantile(_ part: Double) -> Double {
    guard !values.isEmpty else { return .nan }
    let sorted = values.sorted()
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * part))]
  }

  var largest: Double { values.max() ?? .nan }
}
