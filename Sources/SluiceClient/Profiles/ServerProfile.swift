internal import SluiceCore

/// How a person works with one server.
public struct ServerProfile: Hashable, Sendable {
  /// Where the server is.
  public var server: ServerLocation
  /// The organization's id or slug; `nil` for the only one.
  public var organization: String?
  /// What proves who the person is.
  public var tokens: SignInTokens?
  /// A file of certificates that are trusted in place of the system's.
  public var authorities: String?
  /// The agent that acts in the person's name.
  public var agent: String?
  /// Whether another machine may be called without TLS.
  public var allowsPlainHTTP: Bool

  /// A profile with its parts.
  public init(
    server: ServerLocation, organization: String? = nil, tokens: SignInTokens? = nil,
    authorities: String? = nil, agent: String? = nil, allowsPlainHTTP: Bool = false
  ) {
    self.server = server
    self.organization = organization
    self.tokens = tokens
    self.authorities = authorities
    self.agent = agent
    self.allowsPlainHTTP = allowsPlainHTTP
  }
}

extension ServerProfile {
  /// As it stands in the file; what is not known there is left out.
  var members: [String: JSONValue] {
    let texts = [
      "server": server.description, "organization": organization, "token": tokens?.access,
      "refresh_token": tokens?.refresh, "ca_file": authorities, "agent": agent,
    ]
    var members = texts.compactMapValues { $0.map(JSONValue.string) }
    if allowsPlainHTTP { members["plain_http"] = .bool(true) }
    return members
  }

  /// Reads what stands in the file.
  ///
  /// - Throws: The sentence that says what is wrong with it.
  init(_ json: JSONValue, named name: String) throws(ProfileFault) {
    guard case .object(let members) = json else {
      throw ProfileFault("Profile “\(name)” is \(json.kind), not an object.")
    }
    func text(_ member: String) throws(ProfileFault) -> String? {
      switch members[member] {
      case nil, .null?: return nil
      case .string(let text)?: return text
      case let other?:
        throw ProfileFault("“\(member)” of profile “\(name)” is \(other.kind), not a text.")
      }
    }
    guard let address = try text("server") else {
      throw ProfileFault("Profile “\(name)” has no “server”.")
    }
    guard let server = ServerLocation(address) else {
      throw ProfileFault(
        "“server” of profile “\(name)” is neither https://HOST nor unix:PATH.")
    }
    self.init(
      server: server, organization: try text("organization"),
      authorities: try text("ca_file"), agent: try text("agent"),
      allowsPlainHTTP: members["plain_http"]?.flag ?? false)
    if let access = try text("token") {
      tokens = SignInTokens(access: access, refresh: try text("refresh_token"))
    }
  }
}

/// Why a file of profiles cannot be used.
public struct ProfileFault: Error, Hashable, Sendable {
  /// One sentence.
  public let message: String

  /// A fault in a sentence.
  public init(_ message: String) {
    self.message = message
  }
}
