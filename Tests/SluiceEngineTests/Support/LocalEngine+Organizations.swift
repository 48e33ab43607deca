import SluiceCore

@testable import SluiceEngine
@testable import SluiceStore

extension LocalEngine {
  /// Adds an organization without anyone in it, which leaves no trace in history.
  func addOrganization(named name: String) throws -> Organization.ID {
    let id = Organization.ID.make()
    let workflow = try WorkflowDraft.standard.validated(id: .make(), at: now())
    try store.withLock { store in
      _ = try store.writing { () throws(EngineError) in
        try store.insertOrganization(
          Store.Seed(
            organization: id, name: name, slug: OrganizationSlug.made(from: name),
            workflow: workflow))
      }
    }
    return id
  }
}
