extension Access {
  /// Where a caller needs a role: the organization or the project that a request is about.
  public struct Place: Hashable, Sendable {
    /// What the reference in the request names.
    public enum Kind: Hashable, Sendable {
      /// An organization, by id or slug.
      case organization
      /// A project, by id or key.
      case project
      /// A ticket, by id or key; the place is its project.
      case ticket
      /// A workflow, by id; the place is its organization.
      case workflow
    }

    /// What the reference names.
    public let kind: Kind
    /// The parameter of the path, the item of the query or the member of the body that holds the reference.
    public let name: String
    /// Whether the caller's personal organization, or personal project, is meant where there is no reference.
    public let isPersonalByDefault: Bool
    /// The item of the query that may name a ticket's project, where several share the key.
    public let container: String?
    /// Whether who is only a member of projects of an organization is let in, as one who looks.
    public let admitsGuests: Bool

    private init(
      _ kind: Kind, _ name: String, _ isPersonalByDefault: Bool = false,
      container: String? = nil, admitsGuests: Bool = false
    ) {
      self.container = container
      self.admitsGuests = admitsGuests
      self.kind = kind
      self.name = name
      self.isPersonalByDefault = isPersonalByDefault
    }

    /// The organization that `name` names.
    public static func organization(
      _ name: String, orPersonal: Bool = false, admittingGuests: Bool = false
    ) -> Place {
      Place(.organization, name, orPersonal, admitsGuests: admittingGuests)
    }

    /// The project that `name` names.
    public static func project(_ name: String, orPersonal: Bool = false) -> Place {
      Place(.project, name, orPersonal)
    }

    /// The project of the ticket that `name` names, which must be the one that `container` names, if it does.
    public static func ticket(_ name: String, within container: String? = nil) -> Place {
      Place(.ticket, name, container: container)
    }

    /// The organization of the workflow that `name` names.
    public static func workflow(_ name: String) -> Place {
      Place(.workflow, name, admitsGuests: true)
    }
  }
}
