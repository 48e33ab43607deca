import Passwords
import Testing

@Suite(.serialized) struct PasswordTests {
  @Test func `a hash is of its password alone`() throws {
    let hash = try Passwords.hash(of: "tutorial1")
    #expect(hash.hasPrefix("$argon2id$"))
    #expect(Passwords.matches("tutorial1", hash: hash))
    #expect(!Passwords.matches("tutorial2", hash: hash))
    #expect(!Passwords.isDated(hash))
  }

  @Test func `two hashes of one password differ, and none is too long`() throws {
    let first = try Passwords.hash(of: "x")
    #expect(try Passwords.hash(of: "x") != first)
    #expect(throws: PasswordFault.tooLong) {
      try Passwords.hash(of: String(repeating: "x", count: 1_025))
    }
    #expect(!Passwords.matches("x", hash: "not a hash"))
  }

  @Test func `a digest is always the same, and a secret never`() {
    #expect(Secrets.digest(of: "a") == Secrets.digest(of: "a"))
    #expect(Secrets.digest(of: "a") != Secrets.digest(of: "b"))
    #expect(Secrets.random(32) != Secrets.random(32))
  }
}
