/// How many columns text takes, by a table of our own.
///
/// The C library's `wcwidth` follows the locale and an older Unicode, and adds up the parts of an
/// emoji sequence. Widths here are those most terminals agree on; where they do not,
/// ``isDisputed(_:)`` says so and the encoder addresses the cursor anew.
public enum DisplayWidth {
  /// The columns of one user-perceived character: 1 or 2 as a rule.
  ///
  /// A lone combining mark takes 1, for it is shown on a dotted circle. A cluster that joins
  /// several spacing letters takes as many columns as they do.
  public static func columns(of character: Character) -> Int {
    columns(of: String(character))
  }

  /// The columns of single-line text as a canvas shows it, unsafe characters made visible.
  ///
  /// One pass over the text; plain ASCII costs a comparison per byte.
  public static func columns(of text: String) -> Int {
    prefix(of: text, columns: .max).columns
  }

  /// Whether terminals disagree about the width of `character`: anything but a scalar of
  /// long-agreed width, with nonspacing marks of old standing or without.
  public static func isDisputed(_ character: Character) -> Bool {
    isDisputed(character.unicodeScalars)
  }

  /// How much of `text` fits into `limit` columns, in whole clusters.
  static func prefix(of text: String, columns limit: Int) -> (columns: Int, isWhole: Bool) {
    TextReader.read(text) { reader in
      var columns = 0
      while true {
        columns += reader.takeASCII(atMost: limit - columns).count
        guard let piece = reader.next() else { break }
        guard columns + piece.width <= limit else { return (columns, false) }
        columns += piece.width
      }
      return (columns, true)
    }
  }
}
