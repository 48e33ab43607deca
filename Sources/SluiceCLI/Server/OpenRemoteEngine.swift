import SluiceClient
import SluiceCore

extension Host {
  /// Opens an organization on a server.
  static func openRemoteEngine(_ opening: ServerOpening) throws(EngineError) -> any Engine {
    RemoteEngine(opening.connection, organization: opening.organization)
  }
}
