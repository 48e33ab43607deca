import SluiceCore
import Testing

@Suite struct HandleTests {
  @Test(arguments: [
    ("ann", "ann"), ("Ann.Lee", "ann.lee"), ("bob+work", "bob-work"), ("cid  &  co", "cid-co"),
    ("jörg", "j-rg"), ("_root_", "root"), ("...", "user"), ("", "user"), ("日本", "user"),
    ("ann日", "ann"), ("٣", "user"), ("K", "k"),
  ])
  func `A handle is made of what a name has of letters and digits`(name: String, handle: String) {
    #expect(Handle.made(from: name) == handle)
    #expect(Handle.isWellFormed(Handle.made(from: name)))
  }

  @Test func `A long name is cut, and never ends in a dot`() {
    let name = String(repeating: "a", count: 59) + ".b"
    #expect(Handle.made(from: name) == String(repeating: "a", count: 59))
  }

  @Test func `A number is put behind a handle that is taken`() {
    #expect((1...3).map { Handle.numbered("ann", $0) } == ["ann", "ann2", "ann3"])
    let long = String(repeating: "a", count: 60)
    #expect(Handle.numbered(long, 12) == String(repeating: "a", count: 58) + "12")
    #expect(Handle.isWellFormed(Handle.numbered(long, 12)))
  }

  @Test(arguments: ["", "Ann", "-ann", "ann-", "a b", "ä", String(repeating: "a", count: 61)])
  func `What is no handle is not taken for one`(text: String) {
    #expect(!Handle.isWellFormed(text))
  }

  @Test func `An account wishes for the first part of its email, else for its name`() {
    #expect(AccountDraft(displayName: "Ann Lee", email: "lee@example.org").wishedHandle == "lee")
    #expect(AccountDraft(displayName: "Ann Lee").wishedHandle == "ann-lee")
    #expect(AccountDraft(handle: "root", email: "lee@example.org").wishedHandle == "root")
  }
}
