/// The rule for handles: the names of accounts in history, as assignees and as reporters.
///
/// A handle has 1 to 60 of `a`–`z`, digits, `.`, `_` and `-`, and begins and ends with a letter or digit.
public enum Handle {
  /// The most characters that a handle has.
  public static let maximumLength = 60

  /// What a handle looks like, for messages.
  public static let expectation =
    "1 to \(maximumLength) letters a–z, digits, “.”, “_” and “-”, with a letter or digit at both ends"

  /// Whether a text is a handle.
  public static func isWellFormed(_ text: String) -> Bool {
    (1...maximumLength).contains(text.utf8.count) && made(from: text) == text
  }

  /// The handle that is nearest to a name of the operating system, or to any text; `user` if nothing is left.
  ///
  /// Runs of other characters become one `-`.
  public static func made(from text: String) -> String {
    var made = ""
    var isPending = false
    for letter in text.lowercased() {
      guard letter.isASCII, letter.isLetter || letter.isNumber || "._-".contains(letter) else {
        isPending = true
        continue
      }
      if isPending, !made.isEmpty { made.append("-") }
      isPending = false
      made.append(letter)
    }
    return trimmed(made).isEmpty ? "user" : trimmed(made)
  }

  /// What stands before the last `@` of an email address.
  public static func localPart(_ email: String) -> String {
    email.lastIndex(of: "@").map { String(email[..<$0]) } ?? email
  }

  /// The handle to try when `number - 1` others are taken: `ann`, `ann2`, `ann3`.
  public static func numbered(_ handle: String, _ number: Int) -> String {
    guard number > 1 else { return handle }
    let digits = String(number)
    return trimmed(String(handle.prefix(maximumLength - digits.count))) + digits
  }

  private static func trimmed(_ text: String) -> String {
    let start = text.drop { !isEnd($0) }.prefix(maximumLength)
    guard let last = start.lastIndex(where: isEnd) else { return "" }
    return String(start[...last])
  }

  private static func isEnd(_ letter: Character) -> Bool {
    letter.isLetter || letter.isNumber
  }
}
