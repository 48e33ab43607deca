extension AccessTable {
  /// The calls of an engine, for another Sluice.
  static let engine: [String: Access] = [:]
}
