public import SluiceCore
internal import SluiceStore

extension LocalEngine {
  /// The version of the schema that every open file has.
  public static let schemaVersion = Store.schemaVersion

  /// Reads a little of the file.
  ///
  /// - Throws: What keeps it from being read.
  public func checkReading() throws(EngineError) {
    _ = try organization()
  }
}
