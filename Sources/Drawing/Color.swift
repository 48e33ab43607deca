/// A colour as a theme names it; the encoder brings it down to what the terminal can show.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard

  /// One of the terminal's sixteen colours, 0–15; higher numbers are taken modulo sixteen.
  case ansi(UInt8)

  /// One of the 256 indexed colours, of which 16–255 have values every terminal agrees on.
  case indexed(UInt8)

  /// Red, green and blue, 0–255 each.
  case rgb(UInt8, UInt8, UInt8)
}
