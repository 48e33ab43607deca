extension Theme {
  /// Reads the text of a theme file.
  ///
  /// - Parameters:
  ///   - text: The contents.
  ///   - file: The file as messages should name it; its last part without the ending names the theme.
  ///   - inherited: Finds the theme a file builds on by name.
  /// - Returns: The theme.
  /// - Throws: ``ThemeError`` with every fault in the file.
  public static func parse(
    _ text: String, named file: String, inherited: (String) -> Theme?
  ) throws(ThemeError) -> Theme {
    var parser = ThemeParser()
    return try parser.parse(text, named: file, inherited: inherited)
  }
}
