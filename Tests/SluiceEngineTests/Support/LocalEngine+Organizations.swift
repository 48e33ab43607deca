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

  /// Adds someone who owns this engine's organization and runs the server, without a trace in history.
  func addOwner(_ handle: String, userID: UInt32? = nil) throws(EngineError) -> Account.ID {
    let account = Account(
      id: .make(), handle: handle, displayName: handle, email: nil, userID: userID,
      isInstanceAdmin: true, createdAt: now())
    let organization = try organization().id
    try store.withLock { (store) throws(EngineError) in
      try store.writing { () throws(EngineError) in
        let row = try store.insert(account)
        _ = try store.setRole(.owner, of: row, in: .organization(organization))
      }
    }
    return account.id
  }
}
