/// The ANSI ways of moving a cursor and the bytes each takes.
///
/// A line feed moves straight down, for the terminal must not translate output while frames are
/// written.
enum Motion {
  static func addressCost(column: Int, row: Int) -> Int {
    if column == 0 { return row == 0 ? 3 : 3 + digits(row + 1) }
    return 4 + digits(row + 1) + digits(column + 1)
  }

  static func appendAddress(column: Int, row: Int, into output: inout [UInt8]) {
    output.append(0x1B)
    output.append(UInt8(ascii: "["))
    if row > 0 || column > 0 { append(row + 1, into: &output) }
    if column > 0 {
      output.append(UInt8(ascii: ";"))
      append(column + 1, into: &output)
    }
    output.append(UInt8(ascii: "H"))
  }

  static func verticalCost(_ rows: Int) -> Int {
    rows >= 0 ? min(rows, stepCost(rows)) : stepCost(-rows)
  }

  static func appendVertical(_ rows: Int, into output: inout [UInt8]) {
    if rows < 0 { return appendStep(-rows, "A", into: &output) }
    if rows > stepCost(rows) { return appendStep(rows, "B", into: &output) }
    for _ in 0..<rows { output.append(0x0A) }
  }

  static func horizontalCost(from: Int, to: Int) -> Int {
    if to == from { return 0 }
    if to == 0 { return 1 }
    return to > from ? stepCost(to - from) : min(from - to, stepCost(from - to))
  }

  static func appendHorizontal(from: Int, to: Int, into output: inout [UInt8]) {
    if to == from { return }
    if to == 0 { return output.append(0x0D) }
    if to > from { return appendStep(to - from, "C", into: &output) }
    if from - to > stepCost(from - to) { return appendStep(from - to, "D", into: &output) }
    for _ in 0..<(from - to) { output.append(0x08) }
  }

  private static func stepCost(_ count: Int) -> Int {
    count <= 1 ? 3 : 3 + digits(count)
  }

  private static func appendStep(
    _ count: Int, _ letter: Unicode.Scalar, into output: inout [UInt8]
  ) {
    output.append(0x1B)
    output.append(UInt8(ascii: "["))
    if count > 1 { append(count, into: &output) }
    output.append(UInt8(ascii: letter))
  }

  private static func digits(_ number: Int) -> Int {
    number < 10 ? 1 : number < 100 ? 2 : number < 1000 ? 3 : String(number).utf8.count
  }

  private static func append(_ number: Int, into output: inout [UInt8]) {
    if number >= 10 { append(number / 10, into: &output) }
    output.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
