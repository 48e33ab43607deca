internal import SluiceAPI

/// Alloy's routes, under `/api/v1`.
enum AlloyEndpoints {
  static let all: [Endpoint] = []

  /// What the references of their schemas lead to.
  static let schemas: [String: Schema] = [:]
}
