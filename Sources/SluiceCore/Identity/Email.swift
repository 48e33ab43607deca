/// The rule for email addresses: no more than what keeps them apart and mail from going astray.
public enum Email {
  /// The most bytes that an address has.
  ///
  /// Source: RFC 5321, §4.5.3.1.3.
  public static let maximumLength = 254

  /// An address as it is kept, in lower case; `nil` for what is none.
  public static func normalized(_ text: String) -> String? {
    let address = text.trimmingBlanks.lowercased()
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
      address.utf8.count <= maximumLength,
      address.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
    else { return nil }
    return address
  }

  /// An address as it is kept, or why it is refused.
  public static func checked(_ text: String) throws(Rejection) -> String {
    guard let address = normalized(text) else {
      throw .invalidValue(
        attribute: "email", message: "An email address is like ann@example.org, not “\(text)”.")
    }
    return address
  }
}
