/// Which of their organizations a person means.
public enum OrganizationChoice: Hashable, Sendable {
  case found(ServerOrganization)
  /// None is called so, or the person is a member of none.
  case missing
  /// It has to be said; there are these.
  case unclear([ServerOrganization])

  /// The one that was named; else the only one; else the personal one if there is work in it; else the only one
  /// beside that.
  ///
  /// `personal` tells which is the personal one, and whether there is work in it; it is asked only if need be.
  public init(
    named name: String?, among all: [ServerOrganization],
    personal: () throws(ServerFault) -> PersonalOrganization?
  ) throws(ServerFault) {
    if let name {
      self = all.first { $0.isCalled(name) }.map(Self.found) ?? .missing
    } else if all.count < 2 {
      self = all.first.map(Self.found) ?? .missing
    } else {
      self = Self.choice(among: all, try personal())
    }
  }

  private static func choice(
    among all: [ServerOrganization], _ personal: PersonalOrganization?
  ) -> Self {
    guard let personal, let own = all.first(where: { $0.id == personal.id }) else {
      return .unclear(all)
    }
    if personal.hasWork { return .found(own) }
    let others = all.filter { $0.id != own.id }
    return others.count == 1 ? .found(others[0]) : .unclear(all)
  }
}

/// The organization that was made with an account, for that person alone.
public struct PersonalOrganization: Hashable, Sendable {
  /// Its id.
  public var id: String
  /// Whether it has projects beside the one that it begins with.
  public var hasWork: Bool

  /// A personal organization.
  public init(id: String, hasWork: Bool) {
    self.id = id
    self.hasWork = hasWork
  }
}
