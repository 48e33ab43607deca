import SluiceCore
import Testing

@Suite struct ShellTests {
  @Test(arguments: [
    ("team.db", "team.db"), ("/srv/a-b_c:1.db", "/srv/a-b_c:1.db"), ("", "''"),
    ("my board.db", "'my board.db'"), ("it's", "'it'\\''s'"), ("$HOME", "'$HOME'"),
    ("ü.db", "'ü.db'"),
  ])
  func `a shell reads the word as the text`(text: String, word: String) {
    #expect(text.shellWord == word)
  }
}
