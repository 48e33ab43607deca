import Drawing

extension ControlStrings {
  /// The strings of the terminfo entry that is loaded.
  init(terminfoAddress cup: [UInt8], clear: [UInt8], depth: ColorDepth) {
    let foreground = Terminfo.string("setaf") ?? []
    let background = Terminfo.string("setab") ?? []
    let returnsColors =
      Terminfo.flag("AX") || Terminfo.string("op") == Array("\u{1B}[39;49m".utf8)
    self.init(
      clear: clear, eraseToEndOfLine: Terminfo.string("el") ?? [],
      eraseCells: ControlStrings.erasing(Terminfo.string("ech")),
      address: ControlStrings.address(cup),
      hideCursor: Terminfo.string("civis") ?? [], showCursor: Terminfo.string("cnorm") ?? [],
      reset: ControlStrings.reset, attributes: ControlStrings.attributes(depth: depth),
      foreground: { Terminfo.expand(foreground, Int($0)) },
      background: { Terminfo.expand(background, Int($0)) },
      standardForeground: returnsColors ? Array("\u{1B}[39m".utf8) : [],
      standardBackground: returnsColors ? Array("\u{1B}[49m".utf8) : [],
      colors: depth == .mono ? 256 : Terminfo.number("colors") ?? 8,
      erasesWithBackground: ControlStrings.hasBackgroundErase,
      fillsLastCell: !Terminfo.flag("am") || Terminfo.flag("xenl"))
  }

  private static func erasing(_ ech: [UInt8]?) -> (@Sendable (_ count: Int) -> [UInt8])? {
    guard let ech else { return nil }
    return { count in Terminfo.expand(ech, count) }
  }

  private static func address(
    _ cup: [UInt8]
  ) -> (@Sendable (_ column: Int, _ row: Int) -> [UInt8])? {
    if isANSI(address: cup) { return nil }
    return { column, row in Terminfo.expand(cup, row, column) }
  }

  /// Whether an addressing string is that of ECMA-48.
  static func isANSI(address cup: [UInt8]) -> Bool {
    cup == Array("\u{1B}[%i%p1%d;%p2%dH".utf8)
  }

  /// The reset without the switches of character sets, which are never used.
  private static var reset: [UInt8] {
    guard let reset = Terminfo.string("sgr0") else { return [] }
    let plain = Array("\u{1B}[m".utf8)
    let contains = reset.indices.contains { reset[$0...].starts(with: plain) }
    return contains ? plain : reset
  }

  private static func attributes(depth: ColorDepth) -> [AttributeStrings] {
    // ncv: what cannot stand beside colours, by the bits of the curses attributes.
    let barred = depth == .mono ? 0 : Terminfo.number("ncv") ?? 0
    let all: [(Attributes, start: String, end: String, bar: Int)] = [
      (.bold, "bold", "22", 1 << 5), (.dim, "dim", "22", 1 << 4), (.italic, "sitm", "23", 1 << 15),
      (.underline, "smul", "24", 1 << 1), (.reverse, "rev", "27", 1 << 2),
      (.strikethrough, "smxx", "29", 0),
    ]
    // One ending that is not a reset shows that the terminal knows those of ECMA-48.
    let hasEndings = Terminfo.string("rmul") == Array("\u{1B}[24m".utf8)
    return all.compactMap { attribute, start, end, bar in
      guard barred & bar == 0, let start = Terminfo.string(start) else { return nil }
      return AttributeStrings(
        attribute, start: start, end: hasEndings ? Array("\u{1B}[\(end)m".utf8) : [])
    }
  }

  /// tmux has erased with the background since version 2.4, whatever its terminfo entry says.
  private static var hasBackgroundErase: Bool {
    let isTmux = !Environment.value("TMUX").isEmpty
    let term = Environment.value("TERM")
    return Terminfo.flag("bce") || term.hasPrefix("tmux") || isTmux && term.hasPrefix("screen")
  }
}
