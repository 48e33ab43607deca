internal import SluiceAPI

/// OpenIndex's routes.
enum OpenIndexEndpoints {
  static let all = WorkItemEndpoints.all + AuditEndpoints.all

  /// What the references of their schemas lead to.
  static let schemas = WorkItemSchemas.all.merging(DomainSchemas.all) { first, _ in first }
    .merging(DefinitionSchemas.all) { first, _ in first }
}
