/// Breaks text into lines of a given width, by words.
public enum TextWrapping {
  /// The lines of `text`, none wider than `columns`.
  ///
  /// Line breaks in the text are kept and blank lines stay; other blanks at a break are dropped. A
  /// word longer than a line is broken between clusters. The result is visible text.
  ///
  /// - Parameters:
  ///   - text: The text, hostile or not.
  ///   - columns: The width of a line; less than 1 gives no lines.
  ///   - maxLines: The most lines; when there are more, the last one kept ends with `…`.
  /// - Returns: The lines, without line breaks.
  public static func lines(of text: String, columns: Int, maxLines: Int = .max) -> [String] {
    guard columns > 0, maxLines > 0 else { return [] }
    var visible = VisibleText.paragraphs(text)
    return visible.withUTF8 { bytes in
      var lines: [String] = []
      var start = 0
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        var breaker = LineBreaker(
          UnsafeBufferPointer(rebasing: bytes[start..<end]), columns: columns,
          wanted: min(maxLines, .max - 1) - lines.count + 1)
        lines += breaker.breakLines()
        if lines.count > maxLines { return shortened(lines, to: maxLines, columns: columns) }
        start = end + 1
      }
      return lines
    }
  }

  private static func shortened(_ lines: [String], to count: Int, columns: Int) -> [String] {
    var kept = Array(lines.prefix(count))
    var last = kept.removeLast()
    while DisplayWidth.columns(of: last) >= columns, !last.isEmpty { last.removeLast() }
    return kept + [last + "\u{2026}"]
  }
}
