import SluiceClient
import Testing

@Suite struct OrganizationChoiceTests {
  private let acme = ServerOrganization(id: "1", slug: "acme", name: "Acme")
  private let globex = ServerOrganization(id: "2", slug: "globex", name: "Globex")
  private let ann = ServerOrganization(id: "3", slug: "ann", name: "Ann")

  private func choice(
    _ name: String? = nil, among all: [ServerOrganization], personal: PersonalOrganization? = nil
  ) throws -> OrganizationChoice {
    try OrganizationChoice(named: name, among: all) { personal }
  }

  @Test func `the named one is meant, by id or slug`() throws {
    #expect(try choice("2", among: [acme, globex]) == .found(globex))
    #expect(try choice("Globex", among: [acme, globex]) == .found(globex))
    #expect(try choice("other", among: [acme]) == .missing)
  }

  @Test func `the only one is meant`() throws {
    #expect(try choice(among: [acme]) == .found(acme))
    #expect(try choice(among: []) == .missing)
  }

  @Test func `the personal one is meant if there is work in it`() throws {
    let busy = PersonalOrganization(id: "3", hasWork: true)
    #expect(try choice(among: [acme, globex, ann], personal: busy) == .found(ann))
    #expect(try choice(among: [acme, globex], personal: busy) == .unclear([acme, globex]))
  }

  @Test func `beside a personal one without work the only other one is meant`() throws {
    let empty = PersonalOrganization(id: "3", hasWork: false)
    #expect(try choice(among: [acme, ann], personal: empty) == .found(acme))
    #expect(
      try choice(among: [acme, globex, ann], personal: empty) == .unclear([acme, globex, ann]))
    #expect(try choice(among: [acme, globex]) == .unclear([acme, globex]))
  }
}
