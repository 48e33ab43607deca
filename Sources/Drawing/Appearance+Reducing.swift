extension Appearance {
  /// What a terminal of this depth shows for this appearance.
  ///
  /// Without colours, what has a background unlike that of plain text is reversed. Where a coarser
  /// palette would make text vanish in its background, the text becomes black or white instead.
  public func reduced(to depth: ColorDepth, plain: Appearance) -> Appearance {
    var result = Appearance(
      foreground: foreground.reduced(to: depth), background: background.reduced(to: depth),
      attributes: attributes)
    if depth == .mono, background != plain.background {
      result.attributes.formUnion(.reverse)
    }
    if result.foreground == result.background, foreground != background,
      let color = result.background.components
    {
      let brightness = 3 * Int(color.red) + 6 * Int(color.green) + Int(color.blue)
      result.foreground = .ansi(brightness < 1280 ? 15 : 0)
    }
    return result
  }
}
