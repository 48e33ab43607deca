/// How well some letters fit a name, when somebody types as little of it as will do.
///
/// They fit if they stand in the name in their order, upper and lower case alike. Better than that is a run of
/// letters, better still the beginnings of words, then the beginning of the name, best the whole of it.
struct FuzzyMatch: Comparable {
  private enum Kind: Int {
    case scattered
    case run
    case words
    case beginning
    case whole
  }

  private let kind: Kind
  /// What is left of the name beside the letters, which the shorter of two names has less of.
  private let rest: Int

  /// `nil` if the letters do not fit.
  init?(_ letters: String, in name: String) {
    let letters = Array(letters.lowercased())
    let name = Array(name.lowercased())
    guard let kind = Self.kind(letters, in: name) else { return nil }
    self.kind = kind
    rest = name.count - letters.count
  }

  private static func kind(_ letters: [Character], in name: [Character]) -> Kind? {
    guard isSubsequence(letters[...], of: name[...]) else { return nil }
    if letters == name { return .whole }
    if name.starts(with: letters) { return .beginning }
    if followsWords(letters[...], in: name, from: 0) { return .words }
    return hasRun(letters, in: name) ? .run : .scattered
  }

  private static func isSubsequence(
    _ letters: ArraySlice<Character>, of name: ArraySlice<Character>
  ) -> Bool {
    var letters = letters
    for character in name where character == letters.first { letters.removeFirst() }
    return letters.isEmpty
  }

  /// Whether the letters are the beginnings of some of the words, in their order.
  private static func followsWords(
    _ letters: ArraySlice<Character>, in name: [Character], from start: Int
  ) -> Bool {
    guard let first = letters.first else { return true }
    for place in start..<max(start, name.count) where isWordStart(place, in: name) {
      guard name[place] == first else { continue }
      var (rest, next) = (letters.dropFirst(), place + 1)
      while true {
        if followsWords(rest, in: name, from: next) { return true }
        guard next < name.count, let letter = rest.first, name[next] == letter else { break }
        rest = rest.dropFirst()
        next += 1
      }
    }
    return false
  }

  private static func isWordStart(_ place: Int, in name: [Character]) -> Bool {
    place == 0 || name[place - 1] == "-" || name[place - 1] == " "
  }

  private static func hasRun(_ letters: [Character], in name: [Character]) -> Bool {
    guard letters.count <= name.count else { return false }
    return (0...(name.count - letters.count)).contains { name[$0...].starts(with: letters) }
  }

  /// Whether `left` fits less well.
  static func < (left: FuzzyMatch, right: FuzzyMatch) -> Bool {
    (left.kind.rawValue, -left.rest) < (right.kind.rawValue, -right.rest)
  }
}
