/// The keys of ECMA-48 and xterm control sequences.
enum ControlSequence {
  enum Meaning {
    case key(Key)
    case pasteStart
    case unknown
  }

  /// What `CSI parameters final` means; modifiers other than Shift leave a key what it is.
  static func meaning(final: UInt8, parameters: [UInt8]) -> Meaning {
    let numbers = String(decoding: parameters, as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    let isShifted = numbers.count > 1 && numbers[1].map { ($0 - 1) & 1 == 1 } ?? false
    if final == UInt8(ascii: "~") {
      if numbers.first == 200 { return .pasteStart }
      return (numbers.first ?? nil).flatMap(key(number:)).map(Meaning.key) ?? .unknown
    }
    // Keys count once, `CSI 1 ; modifier letter`; other numbers, and any before R, are reports.
    let isKey = numbers.first == 1 && final != UInt8(ascii: "R")
    guard isKey || parameters.isEmpty else { return .unknown }
    if isShifted, let key = shifted(final) { return .key(key) }
    return key(letter: final).map(Meaning.key) ?? .unknown
  }

  /// The key of `ESC O byte`.
  static func key(single byte: UInt8) -> Key? {
    byte == UInt8(ascii: "M") ? .enter : key(letter: byte)
  }

  /// The key of `ESC [ [ byte`.
  static func key(console byte: UInt8) -> Key? {
    (0x41...0x45).contains(byte) ? .function(Int(byte) - 0x40) : nil
  }

  private static func key(letter: UInt8) -> Key? {
    switch Unicode.Scalar(letter) {
    case "A": .up
    case "B": .down
    case "C": .right
    case "D": .left
    case "F": .end
    case "H": .home
    case "P"..."S": .function(Int(letter) - 0x4F)
    case "Z": .backTab
    default: nil
    }
  }

  private static func shifted(_ letter: UInt8) -> Key? {
    switch Unicode.Scalar(letter) {
    case "A": .shiftUp
    case "B": .shiftDown
    case "C": .shiftRight
    case "D": .shiftLeft
    default: nil
    }
  }

  private static func key(number: Int) -> Key? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...24: .function(number - 12)
    default: nil
    }
  }
}
