import SluiceClient
import SluiceCore
import WebCall

/// How an engine on a server is opened.
struct ServerOpening {
  /// What the server understands.
  enum Speech {
    /// Everything; asks anew for an organization that is no more.
    case sluice(findAgain: @Sendable () -> String?)
    /// What Alloy's guide tells, in the name of an account.
    case alloy(ServerAccount)
  }

  /// The way to the server.
  var connection: ServerConnection
  /// The id of the organization, or its name in addresses.
  var organization: String
  var speech: Speech
}

extension Session {
  /// The way to a server, in the name that the choice says.
  func connection(to choice: ServerChoice) throws(Failure) -> ServerConnection {
    let profile = choice.profile
    var options = opensBoard ? WebOptions.attentive : WebOptions()
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
  ///
  /// Nothing is asked where what matters is known; else one request tells all of it.
  func engine(on choice: ServerChoice) throws(Failure) -> any Engine {
    let connection = try connection(to: choice)
    guard connection.isSignedIn else { throw .notSignedIn(choice) }
    let finder = OrganizationFinder(
      connection: connection, choice: choice, memory: ServerMemory(folders))
    let opening: ServerOpening
    if let known = finder.memory.organization(of: choice) {
      opening = ServerOpening(
        connection: connection, organization: known,
        speech: .sluice(findAgain: finder.findAgain))
    } else {
      opening = try askedOpening(finder)
    }
    return try reporting { () throws(EngineError) in try host.openServer(opening) }
  }

  private func askedOpening(_ finder: OrganizationFinder) throws(Failure) -> ServerOpening {
    let (connection, choice) = (finder.connection, finder.choice)
    let account = try account(on: choice, connection)
    let organization = try finder.organization(of: account)
    let isSluice = try asking(choice) { () throws(ServerFault) in
      try connection.isSluice(account)
    }
    if isSluice { finder.remember(organization, account) }
    return ServerOpening(
      connection: connection, organization: organization.id,
      speech: isSluice ? .sluice(findAgain: finder.findAgain) : .alloy(account))
  }

  /// What the user is called where the boards are.
  func me() throws(Failure) -> String {
    guard case .server(let choice) = try place() else { return host.user() }
    if let known = ServerMemory(folders)[choice] { return known.handle }
    return try account(on: choice, try connection(to: choice)).handle
  }

  /// Who calls, asked once in a run.
  private func account(
    on choice: ServerChoice, _ connection: ServerConnection
  ) throws(Failure) -> ServerAccount {
    if let account = acquaintance.account { return account }
    let account = try asking(choice) { () throws(ServerFault) in try connection.account() }
    acquaintance.account = account
    return account
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

/// What a server has told in this run, so that it is asked once.
final class Acquaintance {
  var account: ServerAccount?
}
