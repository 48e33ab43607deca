extension Figure.Unit {
  /// A value with its unit.
  func text(_ value: Double) -> String {
    switch self {
    case .milliseconds: fixed(value, value < 0.1 ? 3 : 2) + " ms"
    case .megabytes: fixed(value, 1) + " MB"
    case .instructions: fixed(value, 0)
    case .bytes: fixed(value, 0) + " B"
    case .perSecond: fixed(value, value < 100 ? 1 : 0) + "/s"
    case .count: fixed(value, value == value.rounded() ? 0 : 1)
    }
  }

  /// The name for programs.
  var word: String {
    switch self {
    case .milliseconds: "ms"
    case .megabytes: "MB"
    case .instructions: "instructions"
    case .bytes: "bytes"
    case .perSecond: "per_second"
    case .count: "count"
    }
  }
}

extension Figure {
  var targetText: String {
    switch target {
    case .ratioAtMost(let limit): "≤ \(fixed(limit, 2)) ×"
    case .ratioAtLeast(let limit): "≥ \(fixed(limit, 2)) ×"
    case .valueAtMost(let limit): "≤ \(unit.text(limit))"
    case .valueAtLeast(let limit): "≥ \(unit.text(limit))"
    case .both(let ratio, let value): "≤ \(fixed(ratio, 2)) ×, ≤ \(unit.text(value))"
    case .none: ""
    }
  }

  var verdictText: String {
    isMet.map { $0 ? "ok" : "MISS" } ?? ""
  }

  /// The cells of its line.
  var cells: [String] {
    [
      name, unit.text(value), baseline.map { unit.text($0.value) } ?? "",
      baseline?.name ?? "", ratio.map { fixed($0, 2) } ?? "", targetText, verdictText,
    ]
  }
}
