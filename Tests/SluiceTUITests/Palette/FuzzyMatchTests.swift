import Testing

@testable import SluiceTUI

@Suite struct FuzzyMatchTests {
  private static let names = CommandTable.all.map(\.name)

  private static func best(_ letters: String) -> [String] {
    names.compactMap { name in FuzzyMatch(letters, in: name).map { (name, $0) } }
      .sorted { $0.1 > $1.1 }.map(\.0)
  }

  @Test(arguments: [
    ("move", "move"), ("mov", "move"), ("undo", "undo"), ("cao", "carry-on"),
    ("hpd", "half-page-down"),
    ("com", "comment"), ("pu", "page-up"), ("ed", "edit"), ("editd", "edit-description"),
    ("lab", "label"), ("ULB", "unlabel"), ("prh", "priority-high"), ("sett", "settings"),
  ])
  func theLikeliestComesFirst(letters: String, name: String) {
    #expect(Self.best(letters).first == name)
  }

  @Test func kindsOfMatchesAreRanked() throws {
    let ranked = try ["on", "once", "carry-on", "button", "oven", "o-x-n"].map { name in
      (name, try #require(FuzzyMatch("on", in: name)))
    }.sorted { $0.1 > $1.1 }.map(\.0)
    #expect(ranked == ["on", "once", "o-x-n", "carry-on", "button", "oven"])
  }

  /// Whatever is typed: one letter more never fits more names, and what fits has the letters in their order.
  @Test func moreLettersFitNoMoreNames() {
    var numbers = SeededNumbers(seed: 5)
    let letters = Array("abcdefghijklmnopqrstuvwxyz-")
    for _ in 0..<60 {
      let text = String((0..<5).compactMap { _ in letters.randomElement(using: &numbers) })
      for length in 1...5 {
        let typed = String(text.prefix(length))
        let fitting = Set(Self.best(typed))
        #expect(fitting.isSubset(of: Self.best(String(typed.dropLast()))), "\(typed)")
        for name in Self.names {
          #expect(fitting.contains(name) == Self.holds(name, Array(typed)), "\(typed) in \(name)")
        }
      }
    }
  }

  /// No name fits its own letters better than it does itself.
  @Test func aNameIsFoundByItself() {
    for name in Self.names { #expect(Self.best(name).first == name) }
  }

  private static func holds(_ name: String, _ letters: [Character]) -> Bool {
    var rest = letters[...]
    for character in name where character == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }
}
