public import SluiceCore
internal import SluiceStore

extension Directory {
  /// Adds an invitation; of its secret only the digest is kept.
  public func add(
    _ draft: InvitationDraft, digest: [UInt8]
  ) throws(EngineError) -> Invitation {
    let email = try draft.email.map { (email) throws(EngineError) in
      try judging { () throws(Rejection) in try Email.checked(email) }
    }
    return try writing { (store) throws(EngineError) in
      _ = try store.existing(draft.createdBy)
      if let organization = draft.organization { _ = try store.existing(organization) }
      let invitation = Invitation(
        id: makeID(), organization: draft.organization, role: draft.role, email: email,
        expiresAt: draft.expiresAt, createdBy: draft.createdBy)
      try store.insert(invitation, digest: digest)
      return invitation
    }
  }

  /// The invitation whose secret has a digest, if it is still worth something.
  public func invitation(digest: [UInt8]) throws(EngineError) -> Invitation? {
    let found = try reading { (store) throws(EngineError) in try store.invitation(digest: digest) }
    return found.flatMap { $0.expiresAt > now() ? $0 : nil }
  }

  /// Uses an invitation up for the account of an email address; a second time there is none.
  ///
  /// - Throws: `notFound` if there is none, it has expired, or it is for someone else.
  public func takeInvitation(
    digest: [UInt8], email: String?
  ) throws(EngineError) -> Invitation {
    try writing { (store) throws(EngineError) in
      guard let found = try store.invitation(digest: digest), found.expiresAt > now(),
        found.email == nil || found.email == email.flatMap(Email.normalized),
        try store.deleteInvitation(found.id)
      else {
        throw EngineError(
          .notFound, "This invitation is not valid: it was used, has expired, or is not yours.",
          nextStep: "Ask for another one.", missing: "invitation")
      }
      return found
    }
  }

  /// The invitations into an organization, or those into none; the first to expire first.
  public func invitations(
    into organization: Organization.ID?
  ) throws(EngineError) -> [Invitation] {
    try reading { (store) throws(EngineError) in try store.invitations(into: organization) }
  }

  /// Makes an invitation into an organization, or into none, worthless at once.
  ///
  /// - Throws: `notFound` if there is no such invitation.
  public func revokeInvitation(
    _ id: Invitation.ID, into organization: Organization.ID?
  ) throws(EngineError) {
    try writing { (store) throws(EngineError) in
      guard try store.invitations(into: organization).contains(where: { $0.id == id }),
        try store.deleteInvitation(id)
      else { throw .notFound("invitation", "\(id)") }
    }
  }
}
