import ProviderCalls
import SluiceCore
import SluiceEngine

extension Host {
  /// Opens a database file.
  static func openLocalEngine(_ opening: DatabaseOpening) throws(EngineError) -> any Engine {
    try LocalEngine(
      path: opening.path, createIfMissing: opening.creates, now: opening.now,
      probe: EndpointProbe.call)
  }
}
