/// One-column ASCII for the lines and marks the screens use.
enum ASCIIStandIn {
  /// The stand-in of a scalar; `?` when there is none.
  static func character(for scalar: Unicode.Scalar) -> UInt8 {
    if scalar.isASCII { return UInt8(scalar.value) }
    return UInt8(ascii: standIn(for: scalar))
  }

  private static func standIn(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2400...0x2421: "^"
    case 0x2500...0x257F: line(scalar)
    case 0x2580...0x2590, 0x2594...0x259F: "#"
    case 0x2801...0x28FF: "*"
    default: marks[scalar] ?? "?"
    }
  }

  private static func line(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "─", "╌", "┄", "┈", "╴", "╶": "-"
    case "━", "═", "╍", "┅", "┉": "="
    case "│", "┃", "║", "╫", "╎", "┆", "┊", "╷", "╵": "|"
    default: "+"
    }
  }

  private static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "\u{A0}": " ", "¡": "!", "¿": "?", "«": "<", "»": ">", "·": ".", "×": "x", "…": "~",
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "‘": "'", "’": "'", "“": "\"", "”": "\"",
    "‹": "<", "›": ">", "•": "*", "←": "<", "↑": "^", "→": ">", "↓": "v", "↔": "-", "⇒": ">",
    "■": "#", "□": "o", "▪": "*", "▲": "^", "△": "^", "▴": "^", "▶": ">", "▸": ">", "▼": "v",
    "▾": "v", "◀": "<", "◂": "<", "●": "*", "○": "o", "◌": "o", "◆": "*", "◇": "=", "░": ".",
    "▒": ":", "▓": "#", "✓": "+", "✗": "!", "✔": "x", "✘": "!", "☐": "o", "☑": "x", "⚑": "!",
    "⚙": "@",
  ]
}
