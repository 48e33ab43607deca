extension AccessTable {
  /// OpenIndex's routes.
  static let openIndex: [String: Access] = [:]
}
