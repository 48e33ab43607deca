/// The rule for slugs: the names of organizations in addresses.
///
/// A slug has 1 to 60 of `a`–`z`, digits and `-`, and begins and ends with a letter or digit.
public enum OrganizationSlug {
  /// The most characters that a slug has.
  public static let maximumLength = 60

  /// The slug of the organization that a file starts with.
  public static let local = "local"

  /// What a slug looks like, for messages.
  public static let expectation =
    "1 to \(maximumLength) letters a–z, digits and “-”, with a letter or digit at both ends"

  /// A slug, or why it is refused.
  public static func checked(_ text: String) throws(Rejection) -> String {
    let isLongEnough = (1...maximumLength).contains(text.utf8.count)
    let isPlain = text.utf8.allSatisfy { (97...122).contains($0) || isDigit($0) || $0 == 45 }
    guard isLongEnough, isPlain, !text.hasPrefix("-"), !text.hasSuffix("-") else {
      throw .invalidValue(attribute: "slug", message: "A slug is \(expectation), not “\(text)”.")
    }
    return text
  }

  /// The slug that is nearest to a name; `org` if nothing is left.
  public static func made(from name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    let made = words.joined(separator: "-").prefix(maximumLength)
    let trimmed = made.hasSuffix("-") ? made.dropLast() : made
    return trimmed.isEmpty ? "org" : String(trimmed)
  }

  /// The slug to try when `number - 1` others are taken: `acme`, `acme-2`, `acme-3`.
  public static func numbered(_ slug: String, _ number: Int) -> String {
    guard number > 1 else { return slug }
    let end = "-\(number)"
    let start = slug.prefix(maximumLength - end.count)
    return (start.hasSuffix("-") ? start.dropLast() : start) + end
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
}
