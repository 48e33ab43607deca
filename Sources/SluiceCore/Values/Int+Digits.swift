extension Int {
  /// The number written in digits alone; `nil` for a sign, which `Int(_:)` would take, or anything else.
  init?(digits: some StringProtocol) {
    let isPlain = digits.utf8.allSatisfy { (48...57).contains($0) }
    guard isPlain, let number = Int(digits) else { return nil }
    self = number
  }
}
