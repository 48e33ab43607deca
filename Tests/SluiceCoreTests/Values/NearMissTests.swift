import Testing

@testable import SluiceCore

@Suite struct NearMissTests {
  let statuses = ["New", "Triaged", "Fixing", "Verifying", "Closed", "WontFix"]

  @Test(arguments: [
    ("triaged", "Triaged"), ("WONTFIX", "WontFix"), ("Closd", "Closed"), ("Verifing", "Verifying"),
    ("Fxing", "Fixing"), ("Closedd", "Closed"), ("nev", "New"), ("Triagde", "Triaged"),
  ])
  func `a slip of the finger is recognised`(word: String, meant: String) {
    #expect(nearest(to: word, among: statuses) == meant)
  }

  @Test(arguments: ["Done", "", "N", "Net2", "Opened", "Verif"])
  func `another word is not`(word: String) {
    #expect(nearest(to: word, among: statuses) == nil)
  }

  @Test func `the nearest wins, and of equals the first`() {
    #expect(nearest(to: "tests", among: ["texts", "test", "tests2"]) == "texts")
    #expect(nearest(to: "review", among: ["reviewed", "Review"]) == "Review")
  }

  @Test func `two letters in the wrong order are one slip`() {
    #expect(nearest(to: "Doen", among: ["Todo", "Done"]) == "Done")
    #expect(nearest(to: "oDne", among: ["Todo", "Done"]) == "Done")
    #expect(nearest(to: "enoD", among: ["Todo", "Done"]) == nil)
  }

  @Test func `a letter is not near another letter`() {
    #expect(nearest(to: "x", among: ["y"]) == nil)
    #expect(nearest(to: "x", among: ["X"]) == "X")
    #expect(nearest(to: "", among: ["y"]) == nil)
    #expect(nearest(to: "a", among: []) == nil)
  }
}
