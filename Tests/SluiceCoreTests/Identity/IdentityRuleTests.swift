import SluiceCore
import Testing

@Suite struct IdentityRuleTests {
  @Test func `Roles are ordered by what they may do, and have names in both dialects`() {
    #expect(Role.allCases.sorted() == [.viewer, .reporter, .member, .admin, .owner])
    #expect(max(Role.member, .owner) == .owner)
    #expect(Role.allCases.map(\.name) == ["Viewer", "Reporter", "Member", "Admin", "Owner"])
    #expect(Role(named: "OWNER") == .owner)
    #expect(Role(named: "boss") == nil)
  }

  @Test(arguments: [
    ("Ann@Example.org", "ann@example.org"), (" ann@localhost ", "ann@localhost"), ("ann", nil),
    ("@example.org", nil), ("ann@", nil), ("a@b@c", nil), ("a n@b", nil), ("ann@b\u{7F}", nil),
    ("ann@" + String(repeating: "b", count: 251), nil),
  ])
  func `An email is kept in lower case`(text: String, kept: String?) {
    #expect(Email.normalized(text) == kept)
  }

  @Test func `A draft is refused with the attribute that is wrong`() throws {
    let refusal = try #require(throws: Rejection.self) {
      try AccountDraft(email: "ann").checked()
    }
    #expect(refusal.message == "An email address is like ann@example.org, not “ann”.")
    let checked = try AccountDraft(displayName: " Ann ", email: "Ann@Example.org").checked()
    #expect(checked == AccountDraft(displayName: "Ann", email: "ann@example.org"))
    #expect(throws: Rejection.self) { try AccountDraft(displayName: "Ann\nLee").checked() }
  }

  @Test(arguments: [
    ("Acme Inc.", "acme-inc"), ("Ann’s work", "ann-s-work"), ("--", "org"), ("Größe", "gr-e"),
  ])
  func `A slug is made of the words of a name`(name: String, slug: String) throws {
    #expect(OrganizationSlug.made(from: name) == slug)
    #expect(try OrganizationSlug.checked(slug) == slug)
  }

  @Test func `A slug that is taken gets a number`() {
    #expect(OrganizationSlug.numbered("acme", 1) == "acme")
    #expect(OrganizationSlug.numbered("acme", 2) == "acme-2")
    let long = String(repeating: "a", count: 57) + "-bc"
    #expect(OrganizationSlug.numbered(long, 10) == String(repeating: "a", count: 57) + "-10")
  }

  @Test(arguments: ["", "Acme", "-a", "a-", "a_b", "ä", String(repeating: "a", count: 61)])
  func `What is no slug is refused`(text: String) {
    #expect(throws: Rejection.self) { try OrganizationSlug.checked(text) }
  }

  @Test func `A token is worth nothing from its last moment on`() {
    let token = AccessToken(
      id: .make(), kind: .session, account: .make(), name: "", scope: .read,
      createdAt: Timestamp(milliseconds: 0), expiresAt: Timestamp(milliseconds: 5))
    let isExpired = [4, 5, 6].map { token.isExpired(at: Timestamp(milliseconds: $0)) }
    #expect(isExpired == [false, true, true])
  }
}
