import CNcurses

/// Reads the terminfo entry that is loaded.
enum Terminfo {
  /// A string capability without its padding, or `nil` (`tigetstr`).
  static func string(_ name: String) -> [UInt8]? {
    guard let value = terminfo_string(name) else { return nil }
    let bytes = withoutPadding(Array(String(cString: value).utf8))
    return bytes.isEmpty ? nil : bytes
  }

  /// Whether a flag is set (`tigetflag`).
  static func flag(_ name: String) -> Bool {
    tigetflag(name) > 0
  }

  /// A number, or `nil` if the entry has none (`tigetnum`).
  static func number(_ name: String) -> Int? {
    let value = tigetnum(name)
    return value >= 0 ? Int(value) : nil
  }

  /// A string with its parameter filled in (`tiparm`).
  static func expand(_ string: [UInt8], _ first: Int) -> [UInt8] {
    withTerminated(string) { bytes(terminfo_with_1($0, Int32(first))) }
  }

  /// A string with both parameters filled in (`tiparm`).
  static func expand(_ string: [UInt8], _ first: Int, _ second: Int) -> [UInt8] {
    withTerminated(string) { bytes(terminfo_with_2($0, Int32(first), Int32(second))) }
  }

  /// Leaves out `$<milliseconds>`: terminals that still need it are slower than their lines no more.
  private static func withoutPadding(_ bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.first {
      if rest.starts(with: [UInt8(ascii: "$"), UInt8(ascii: "<")]),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
        rest.removeFirst()
      }
    }
    return result
  }

  private static func withTerminated(
    _ string: [UInt8], _ body: (UnsafePointer<CChar>) -> [UInt8]
  ) -> [UInt8] {
    (string + [0]).withUnsafeBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress.map(body) ?? []
    }
  }

  private static func bytes(_ string: UnsafePointer<CChar>?) -> [UInt8] {
    string.map { Array(String(cString: $0).utf8) } ?? []
  }
}
