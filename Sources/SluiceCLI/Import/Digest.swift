/// A short name for the contents of a row: the same for the same cells, on every machine.
enum Digest {
  /// Two FNV-1a sums of 64 bits with different starts, as hexadecimal digits.
  static func text(of cells: [String]) -> String {
    starts.map { start in
      let sum = cells.reduce(start) { sum, cell in
        // A byte that UTF-8 never has keeps “a,b” and “ab,” apart.
        add(cell.utf8, to: sum) &* prime ^ 0xFF
      }
      let digits = String(sum, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  private static let starts: [UInt64] = [0xCBF2_9CE4_8422_2325, 0x84_2223_25CB_F29C]
  private static let prime: UInt64 = 0x100_0000_01B3

  private static func add(_ bytes: String.UTF8View, to sum: UInt64) -> UInt64 {
    bytes.reduce(sum) { ($0 ^ UInt64($1)) &* prime }
  }
}
