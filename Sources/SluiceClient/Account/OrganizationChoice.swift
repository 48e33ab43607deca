/// Which of their organizations a person means.
public enum OrganizationChoice: Hashable, Sendable {
  case found(ServerOrganization)
  /// None is called so, or the person is a member of none.
  case missing
  /// It has to be said; there are these.
  case unclear([ServerOrganization])

  /// The one that was named; else the only one; else the personal one if it has projects.
  public init(
    named name: String?, among all: [ServerOrganization],
    hasProjects: (ServerOrganization) throws(ServerFault) -> Bool
  ) throws(ServerFault) {
    if let name {
      self = all.first { $0.isCalled(name) }.map(Self.found) ?? .missing
    } else if all.count < 2 {
      self = all.first.map(Self.found) ?? .missing
    } else if let personal = all.first(where: \.isPersonal), try hasProjects(personal) {
      self = .found(personal)
    } else {
      self = .unclear(all)
    }
  }
}
