import FoundationEssentials
import SluiceClient
import SluiceCore
import WebCall

/// How an engine on a server is opened.
struct ServerOpening {
  /// The way to the server.
  var connection: ServerConnection
  /// The id of the organization.
  var organization: String
}

extension Session {
  /// The way to a server, in the name that the choice says.
  func connection(to choice: ServerChoice) throws(Failure) -> ServerConnection {
    let profile = choice.profile
    var options = WebOptions()
    options.authorities = profile.authorities
    options.allowsPlainHTTP = profile.allowsPlainHTTP
    var store: ProfileTokens?
    if let name = choice.name, choice.ownsTokens {
      store = ProfileTokens(file: try ProfileFile(folders), name: name)
    }
    do {
      return try ServerConnection(
        to: profile.server, options, tokens: profile.tokens, keptIn: store)
    } catch {
      throw Failure(.web(error, profile.server), choice)
    }
  }

  /// The engine on the server, for the organization that is meant.
  func engine(on choice: ServerChoice) throws(Failure) -> any Engine {
    let connection = try connection(to: choice)
    guard connection.isSignedIn else { throw .notSignedIn(choice) }
    let organization = try organization(on: choice, connection)
    let opening = ServerOpening(connection: connection, organization: organization)
    return try reporting { () throws(EngineError) in try host.openServer(opening) }
  }

  /// The id of the organization that is meant, asked for only where it is not known.
  private func organization(
    on choice: ServerChoice, _ connection: ServerConnection
  ) throws(Failure) -> String {
    if let id = choice.profile.organization, UUID(uuidString: id) != nil { return id }
    if let known = ServerMemory(folders)[choice] { return known.organization }
    // Nothing is remembered for tokens of the environment, and the server knows the name as well.
    if let name = choice.profile.organization, !choice.ownsTokens { return name }
    let organization = try chosenOrganization(on: choice, connection)
    if choice.ownsTokens {
      let account = try asking(choice) { () throws(ServerFault) in try connection.account() }
      let entry = ServerMemory.Entry(organization: organization.id, handle: account.handle)
      ServerMemory(folders).remember(entry, for: choice)
    }
    return organization.id
  }

  /// Asks the server for the organization that is meant.
  private func chosenOrganization(
    on choice: ServerChoice, _ connection: ServerConnection
  ) throws(Failure) -> ServerOrganization {
    let all = try asking(choice) { () throws(ServerFault) in try connection.organizations() }
    let named = choice.profile.organization
    let found = try asking(choice) { () throws(ServerFault) in
      try OrganizationChoice(
        named: named, among: all, personal: connection.personalOrganization)
    }
    switch found {
    case .found(let organization): return organization
    case .missing: throw .noOrganization(named, among: all, choice)
    case .unclear(let all): throw .unclearOrganization(all, choice)
    }
  }

  /// What the user is called where the boards are.
  func me() throws(Failure) -> String {
    guard case .server(let choice) = try place() else { return host.user() }
    if let known = ServerMemory(folders)[choice] { return known.handle }
    let connection = try connection(to: choice)
    return try asking(choice) { () throws(ServerFault) in try connection.account() }.handle
  }

  /// Runs a call of a server, saying its fault in the words of the command line.
  func asking<Value>(
    _ choice: ServerChoice, _ call: () throws(ServerFault) -> Value
  ) throws(Failure) -> Value {
    do {
      return try call()
    } catch {
      throw Failure(error, choice)
    }
  }
}
