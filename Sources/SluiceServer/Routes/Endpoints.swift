internal import SluiceAPI

/// All that a server answers.
enum Endpoints {
  static let all = common + AlloyEndpoints.all + OpenIndexEndpoints.all + EngineEndpoints.all

  static let common = [Endpoint.health, Endpoint.openAPI, Endpoint.events] + identity

  /// What the references of the schemas lead to.
  static let schemas = AlloyEndpoints.schemas.merging(OpenIndexEndpoints.schemas) { first, _ in
    first
  }
}
