import Drawing

extension Color {
  private static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
  ]

  /// A colour as theme files write it: `default`, one of the sixteen by name (`red`,
  /// `bright-red`), an index from 0 to 255 of which the first sixteen are the named ones, or
  /// `#rrggbb`.
  init?(name: String) {
    if name == "default" {
      self = .standard
    } else if let index = Color.names.firstIndex(of: name) {
      self = .ansi(UInt8(index))
    } else if name.hasPrefix("bright-"),
      let index = Color.names.firstIndex(of: String(name.dropFirst(7)))
    {
      self = .ansi(UInt8(index + 8))
    } else if let index = UInt8(name) {
      self = index < 16 ? .ansi(index) : .indexed(index)
    } else if name.first == "#", name.count == 7, let value = UInt32(name.dropFirst(), radix: 16) {
      self = .rgb(
        UInt8(truncatingIfNeeded: value >> 16), UInt8(truncatingIfNeeded: value >> 8),
        UInt8(truncatingIfNeeded: value))
    } else {
      return nil
    }
  }
}

extension Attributes {
  static let names: [(name: String, attribute: Attributes)] = [
    ("bold", .bold), ("dim", .dim), ("italic", .italic), ("underline", .underline),
    ("reverse", .reverse), ("strikethrough", .strikethrough),
  ]

  init?(name: String) {
    guard let found = Attributes.names.first(where: { $0.name == name }) else { return nil }
    self = found.attribute
  }
}
