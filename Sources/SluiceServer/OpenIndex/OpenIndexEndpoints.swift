internal import SluiceAPI

/// OpenIndex's routes.
enum OpenIndexEndpoints {
  static let all =
    DomainEndpoints.all + WorkItemEndpoints.all + WorkflowEndpoints.all + ProfileEndpoints.all
    + [Endpoint.statistics] + AuditEndpoints.all + ProviderEndpoints.all

  /// What the references of their schemas lead to.
  static let schemas = WorkItemSchemas.all.merging(DomainSchemas.all) { first, _ in first }
    .merging(DefinitionSchemas.all) { first, _ in first }
}
