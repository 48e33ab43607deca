/// Renders appearances as the strings of one terminal.
struct PaintRenderer {
  let palette: Palette
  let depth: ColorDepth
  let controls: ControlStrings

  func paint(_ style: Style) -> Paint {
    let appearance = appearance(of: style)
    let lines = appearance.attributes.intersection([.reverse, .underline, .strikethrough])
    let background = appearance.background
    return Paint(
      appearance: appearance,
      blank: Appearance(
        foreground: lines.isEmpty ? .standard : appearance.foreground, background: background,
        attributes: lines),
      isErasable: lines.isEmpty && (controls.erasesWithBackground || background == .standard))
  }

  /// The shortest string from one appearance to another.
  func change(from old: Paint, to new: Paint) -> [UInt8] {
    guard let steps = steps(from: old.appearance, to: new.appearance) else { return whole(new) }
    let joined = PaintRenderer.joining(steps)
    // What only adds is part of the whole, which need not be made to know that it is longer.
    guard !new.appearance.onlyAdds(to: old.appearance) else { return joined }
    let whole = whole(new)
    return joined.count < whole.count ? joined : whole
  }

  private func appearance(of style: Style) -> Appearance {
    var appearance = palette.appearance(of: style).reduced(to: depth, plain: palette.plain)
    if controls.colors < 16 { appearance.useEightColors() }
    let known = controls.attributes.reduce(into: Attributes()) { $0.formUnion($1.attribute) }
    appearance.attributes.formIntersection(known)
    return appearance
  }

  /// The string to a paint from any other, from a reset on.
  func whole(_ paint: Paint) -> [UInt8] {
    let appearance = paint.appearance
    var steps = [controls.reset]
    steps += starts(appearance.attributes)
    if appearance.foreground != .standard { steps.append(foreground(appearance.foreground)) }
    if appearance.background != .standard { steps.append(background(appearance.background)) }
    return PaintRenderer.joining(steps)
  }

  /// The strings that change one thing each, or `nil` if something only ends with a reset.
  private func steps(from old: Appearance, to new: Appearance) -> [[UInt8]]? {
    guard var (steps, kept) = endings(from: old.attributes, to: new.attributes) else { return nil }
    if new.foreground != old.foreground { steps.append(foreground(new.foreground)) }
    if new.background != old.background { steps.append(background(new.background)) }
    kept = new.attributes.subtracting(kept)
    steps += starts(kept)
    return steps.contains([]) ? nil : steps
  }

  /// Ends the attributes that go; the ending of bold and dim takes both along.
  private func endings(
    from old: Attributes, to new: Attributes
  ) -> (steps: [[UInt8]], kept: Attributes)? {
    var steps: [[UInt8]] = []
    var kept = old
    for strings in controls.attributes
    where kept.contains(strings.attribute) && !new.contains(strings.attribute) {
      if strings.end.isEmpty { return nil }
      steps.append(strings.end)
      let weight: Attributes = [.bold, .dim]
      kept.subtract(weight.contains(strings.attribute) ? weight : strings.attribute)
    }
    return (steps, kept)
  }

  private func starts(_ attributes: Attributes) -> [[UInt8]] {
    controls.attributes.filter { attributes.contains($0.attribute) }.map(\.start)
  }

  private func foreground(_ color: Color) -> [UInt8] {
    switch color {
    case .standard: controls.standardForeground
    case .ansi(let index), .indexed(let index): controls.foreground(index)
    case .rgb(let red, let green, let blue):
      ControlStrings.select("38;2;\(red);\(green);\(blue)")
    }
  }

  private func background(_ color: Color) -> [UInt8] {
    switch color {
    case .standard: controls.standardBackground
    case .ansi(let index), .indexed(let index): controls.background(index)
    case .rgb(let red, let green, let blue):
      ControlStrings.select("48;2;\(red);\(green);\(blue)")
    }
  }

  /// Puts strings together, those of the form `CSI parameters m` in one.
  private static func joining(_ steps: [[UInt8]]) -> [UInt8] {
    steps.reduce(into: []) { joined, step in
      guard let new = parameters(of: step), let old = lastSelection(in: joined) else {
        joined += step
        return
      }
      joined.removeLast()
      // An empty parameter means 0 and is written out, for some terminals skip it.
      if old == joined.count { joined.append(UInt8(ascii: "0")) }
      joined.append(UInt8(ascii: ";"))
      joined += new.isEmpty ? [UInt8(ascii: "0")] : Array(new)
      joined.append(UInt8(ascii: "m"))
    }
  }

  private static func parameters(of step: [UInt8]) -> ArraySlice<UInt8>? {
    guard step.starts(with: [0x1B, 0x5B]), step.last == UInt8(ascii: "m") else { return nil }
    let inner = step[2..<(step.count - 1)]
    return inner.allSatisfy { (0x30...0x3B).contains($0) } ? inner : nil
  }

  /// Where the parameters of the selection that ends `bytes` start.
  private static func lastSelection(in bytes: [UInt8]) -> Int? {
    guard let escape = bytes.lastIndex(of: 0x1B),
      parameters(of: Array(bytes[escape...])) != nil
    else { return nil }
    return escape + 2
  }
}

extension Appearance {
  /// Whether nothing has to end on the way here from another appearance.
  fileprivate func onlyAdds(to old: Appearance) -> Bool {
    old.attributes.isSubset(of: attributes)
      && (foreground == old.foreground || foreground != .standard)
      && (background == old.background || background != .standard)
  }

  /// Shows the bright half of the sixteen colours as bold, as consoles of eight do.
  fileprivate mutating func useEightColors() {
    if case .ansi(let index) = background, index >= 8 { background = .ansi(index - 8) }
    guard case .ansi(let index) = foreground, index >= 8 else { return }
    foreground = .ansi(index - 8)
    attributes.formUnion(.bold)
  }
}
