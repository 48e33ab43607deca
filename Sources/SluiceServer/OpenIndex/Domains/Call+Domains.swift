internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Call {
  /// The domain that the request is about.
  func domain() throws(APIError) -> Project {
    let id = try projectScope()
    return try ask { (engine) throws(EngineError) in try engine.project(.id(id)) }
  }

  /// A domain as OpenIndex's routes write it.
  func domainJSON(_ project: Project) throws(APIError) -> JSONValue {
    let followed = try ask { (engine) throws(EngineError) in
      if let own = project.workflow { return own }
      return try engine.organization().defaultWorkflow
    }
    return .object([
      "id": .id(project.id), "key": .string(project.key.text), "name": .string(project.name),
      "description": .string(project.description),
      "kind": .string(try isPersonal(project) ? "personal" : "shared"),
      "organizationId": .id(try organizationScope()), "workflowId": .id(followed),
      "role": .optional(scope?.role.rawValue), "createdAt": .string(project.createdAt.description),
      "updatedAt": .string(project.updatedAt.description),
    ])
  }

  /// Whether a domain is someone's own, which their account brought along.
  func isPersonal(_ project: Project) throws(APIError) -> Bool {
    guard project.key == .personal else { return false }
    let organization = try organizationScope()
    return try translating { () throws(EngineError) in try directory.isPersonal(organization) }
  }
}
