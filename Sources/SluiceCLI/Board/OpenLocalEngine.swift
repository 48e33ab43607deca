import SluiceCore
import SluiceEngine

extension Host {
  /// Opens a database file.
  static func openLocalEngine(_ opening: DatabaseOpening) throws(EngineError) -> any Engine {
    throw EngineError(.unavailable, "no engine")
  }
}
