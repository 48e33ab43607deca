extension AccessTable {
  /// Alloy's routes, under `/api/v1`.
  static let alloy: [String: Access] = [:]
}
