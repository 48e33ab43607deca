extension String {
  /// Whether all bytes of the text, as UTF-8, are of a kind.
  ///
  /// A view of the bytes finds each anew, which for the headers of all requests takes longer than to copy them.
  func hasOnly(_ isKnown: (UInt8) -> Bool) -> Bool {
    var text = self
    return text.withUTF8 { bytes in
      for byte in bytes where !isKnown(byte) { return false }
      return true
    }
  }
}
