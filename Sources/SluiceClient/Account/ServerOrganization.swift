internal import SluiceCore
internal import WebCall

/// An organization of which the caller is a member.
public struct ServerOrganization: Hashable, Sendable {
  /// The id.
  public var id: String
  /// The name in addresses.
  public var slug: String
  /// The name for people.
  public var name: String
  /// Whether it was made with the account, for that person alone.
  public var isPersonal: Bool

  /// An organization with its parts.
  public init(id: String, slug: String, name: String, isPersonal: Bool = false) {
    self.id = id
    self.slug = slug
    self.name = name
    self.isPersonal = isPersonal
  }

  /// Source: Alloy, “Organizations”.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.text else { return nil }
    self.id = id
    slug = json["slug"]?.text ?? id
    name = json["name"]?.text ?? slug
    isPersonal = json["personal"]?.flag ?? json["is_personal"]?.flag ?? false
  }

  /// Whether a person means it by its id or slug.
  public func isCalled(_ text: String) -> Bool {
    text == id || text.lowercased() == slug.lowercased()
  }
}

extension ServerConnection {
  /// The organizations of which the caller is a member; at most a thousand.
  public func organizations() throws(ServerFault) -> [ServerOrganization] {
    var found: [ServerOrganization] = []
    var cursor: String?
    repeat {
      let query = cursor.map { [WebRequest.Field("cursor", $0)] } ?? []
      let page = try ask("GET", "/api/v1/orgs", query: query)
      guard let items = page["items"]?.items else { throw .notSluice(location) }
      found += items.compactMap { ServerOrganization($0) }
      cursor = page["next_cursor"]?.text
    } while cursor != nil && found.count < 1_000
    return found
  }

  /// Whether an organization has any project.
  public func hasProjects(_ organization: ServerOrganization) throws(ServerFault) -> Bool {
    let path = "/api/v1/orgs/\(WebRequest.encoded(organization.id))/projects"
    let page = try ask("GET", path, query: [WebRequest.Field("limit", "1")])
    return page["items"]?.items?.isEmpty == false
  }
}
