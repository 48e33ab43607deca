import Glibc
import HTTPServer
import SluiceClient
import SluiceCore
import WebCall

@testable import SluiceEngine
@testable import SluiceServer

/// A file behind a server that listens: what `sluiced` is made of, with the clock and the endpoints of a test.
final class ServedFile: Sendable {
  private let file: LocalEngine
  private let organization: Organization.ID
  private let server: Server
  private let listener: HTTPServer

  init(_ file: LocalEngine, at address: HTTPAddress) throws {
    self.file = file
    organization = try file.organization().id
    server = try Server(
      file, registration: .disabled, log: Log(isJSON: false, now: file.now, write: { _ in }),
      now: file.now)
    // There are many of these at once.
    var limits = HTTPLimits()
    limits.threads = 1
    listener = try HTTPServer(at: address, limits: limits, handler: server.service)
  }

  deinit {
    listener.stop(within: 0)
    server.close()
  }

  /// An engine that calls in someone's name, who is an owner and runs the server.
  ///
  /// On the Unix socket Ann is known by her user to the system; whoever else calls there has a token.
  func engine(of person: String) throws(EngineError) -> RemoteEngine {
    let isUser = location.isSocket && person == "ann"
    let account = try file.addOwner(person, userID: isUser ? getuid() : nil)
    let tokens = isUser ? nil : SignInTokens(access: try token(of: account))
    do {
      let connection = try ServerConnection(to: location, tokens: tokens)
      return RemoteEngine(connection, organization: "\(organization)", now: file.now)
    } catch {
      throw EngineError(.unavailable, "\(error)")
    }
  }

  private var location: ServerLocation {
    switch listener.address {
    case .tcp(let host, let port): .web("http://\(host):\(port)")
    case .unix(let path, _): .socket(path)
    }
  }

  private func token(of account: Account.ID) throws(EngineError) -> String {
    let draft = AccessTokenDraft(kind: .session, account: account, scope: .admin)
    do {
      return try server.parts.directory.make(draft).secret
    } catch {
      throw EngineError(.unavailable, "\(error)")
    }
  }
}
