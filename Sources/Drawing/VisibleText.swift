/// Makes hostile text harmless and visible: the one edge all stored text passes on its way out.
///
/// Control characters become their control pictures (`␛`, `␊`), one column each. Everything else
/// that would act on the terminal or hide, such as bidirectional controls and invisible characters,
/// becomes its number in angle marks, `‹U+202E›`: a reader can tell what it is, two names that look
/// alike come apart, and no mark can be mistaken for a letter. Joiners and variation selectors stay
/// where a script or an emoji needs them, and so do the tags of a flag in use. The result is a fixed point: passing it again changes
/// nothing.
public enum VisibleText {
  /// The text as one line: line breaks and tabs become marks too.
  ///
  /// Text with nothing to mark comes back as the same string, after one pass over its bytes.
  public static func line(_ text: String) -> String {
    isPlain(text) ? text : marking(text, keepingBreaks: false)
  }

  /// The text with its line breaks: LF and CRLF become LF, tabs become spaces to the next multiple
  /// of four columns.
  public static func paragraphs(_ text: String) -> String {
    isPlain(text) ? text : marking(text, keepingBreaks: true)
  }

  /// Whether every byte is printable ASCII, or every scalar one that stands for itself.
  private static func isPlain(_ text: String) -> Bool {
    let printable = text.utf8.withContiguousStorageIfAvailable { bytes in
      bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
    }
    if printable == true { return true }
    return text.unicodeScalars.allSatisfy { DisplayWidth.agreedColumns(of: $0.value) > 0 }
  }

  private static func marking(_ text: String, keepingBreaks: Bool) -> String {
    var marker = TextMarker(keepingBreaks: keepingBreaks)
    return marker.mark(text)
  }
}
