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

  /// An organization with its parts.
  public init(id: String, slug: String, name: String) {
    self.id = id
    self.slug = slug
    self.name = name
  }

  /// Source: Alloy, “Organizations”.
  init?(_ json: JSONValue) {
    guard let id = json["id"]?.text else { return nil }
    self.id = id
    slug = json["slug"]?.text ?? id
    name = json["name"]?.text ?? slug
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

  /// The organizations of an account, asked for where they did not come along with it.
  public func organizations(of account: ServerAccount) throws(ServerFault) -> [ServerOrganization] {
    if let memberships = account.memberships { return memberships }
    return try organizations()
  }

  /// Which of the organizations was made with the account; `nil` if the server does not say.
  ///
  /// Each begins with the project `ME`, which is work only once there are tickets in it.
  public func personalOrganization(
    of account: ServerAccount
  ) throws(ServerFault) -> PersonalOrganization? {
    guard let id = account.organization else { return nil }
    if let hasWork = account.hasPersonalWork {
      return PersonalOrganization(id: id, hasWork: hasWork)
    }
    let query = [WebRequest.Field("org_id", id), WebRequest.Field("limit", "2")]
    let projects = try ask("GET", "/api/v1/projects", query: query)["items"]?.items ?? []
    return PersonalOrganization(
      id: id,
      hasWork: projects.contains {
        $0["key"]?.text != "ME" || ($0["ticket_counter"] ?? .number(0)) != .number(0)
      })
  }
}
