import SluiceClient
import Testing

@Suite struct OrganizationChoiceTests {
  private let acme = ServerOrganization(id: "1", slug: "acme", name: "Acme")
  private let globex = ServerOrganization(id: "2", slug: "globex", name: "Globex")
  private let ann = ServerOrganization(id: "3", slug: "ann", name: "Ann", isPersonal: true)

  private func choice(
    _ name: String? = nil, among all: [ServerOrganization], withProjects: Bool = true
  ) throws -> OrganizationChoice {
    try OrganizationChoice(named: name, among: all) { _ in withProjects }
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
    #expect(try choice(among: [acme, ann]) == .found(ann))
    #expect(try choice(among: [acme, ann], withProjects: false) == .unclear([acme, ann]))
    #expect(try choice(among: [acme, globex]) == .unclear([acme, globex]))
  }
}
