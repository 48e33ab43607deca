/// One line of the report: what was measured, what it is held against, and what it should be.
struct Figure {
  /// What a figure counts, which says how it is written.
  enum Unit {
    case milliseconds
    case megabytes
    case instructions
    case bytes
    case perSecond
    case count
  }

  /// What the figure should be.
  enum Target {
    /// At most so many times the baseline.
    case ratioAtMost(Double)
    /// At least so many times the baseline.
    case ratioAtLeast(Double)
    /// At most so much.
    case valueAtMost(Double)
    /// At least so much.
    case valueAtLeast(Double)
    /// At most so many times the baseline and at most so much.
    case both(ratio: Double, value: Double)
    /// Only to be known.
    case none
  }

  let name: String
  let unit: Unit
  let value: Double
  /// What it is held against, measured in the same rounds.
  var baseline: (name: String, value: Double)?
  var target = Target.none

  var ratio: Double? {
    baseline.map { value / $0.value }
  }

  /// Whether the target is met; `nil` if there is none.
  var isMet: Bool? {
    switch target {
    case .ratioAtMost(let limit): (ratio ?? .infinity) <= limit
    case .ratioAtLeast(let limit): (ratio ?? 0) >= limit
    case .valueAtMost(let limit): value <= limit
    case .valueAtLeast(let limit): value >= limit
    case .both(let ratio, let value): (self.ratio ?? .infinity) <= ratio && self.value <= value
    case .none: nil
    }
  }
}

/// Figures of one kind.
struct Section {
  let title: String
  var figures: [Figure] = []
  /// What has to be known to read them.
  var notes: [String] = []
}
