/// A whole number with its thousands set apart: `1,000,000`.
func grouped(_ number: some BinaryInteger) -> String {
  var digits = String(number.magnitude)
  var groups: [String] = []
  while digits.count > 3 {
    groups.insert(String(digits.suffix(3)), at: 0)
    digits.removeLast(3)
  }
  groups.insert(digits, at: 0)
  return (number < 0 ? "-" : "") + groups.joined(separator: ",")
}

/// A number with so many digits after the point, rounded.
func fixed(_ number: Double, _ places: Int) -> String {
  guard number.isFinite else { return "–" }
  var scale = 1.0
  for _ in 0..<places { scale *= 10 }
  let scaled = Int64((abs(number) * scale).rounded())
  let whole = grouped(scaled / Int64(scale))
  guard places > 0 else { return (number < 0 ? "-" : "") + whole }
  let rest = String(scaled % Int64(scale))
  let zeros = String(repeating: "0", count: places - rest.count)
  return (number < 0 ? "-" : "") + whole + "." + zeros + rest
}
