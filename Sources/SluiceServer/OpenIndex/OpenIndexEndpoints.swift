internal import SluiceAPI

/// OpenIndex's routes.
enum OpenIndexEndpoints {
  static let all: [Endpoint] = []

  /// What the references of their schemas lead to.
  static let schemas: [String: Schema] = [:]
}
