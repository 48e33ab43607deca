import SluiceClient
import SluiceCore

extension Host {
  /// Opens an organization on a server.
  static func openRemoteEngine(_ opening: ServerOpening) throws(EngineError) -> any Engine {
    switch opening.speech {
    case .sluice(let findAgain):
      RemoteEngine(
        opening.connection, organization: opening.organization, lookUpAgain: findAgain)
    case .alloy(let account):
      AlloyEngine(opening.connection, organization: opening.organization, account: account)
    }
  }
}
