internal import Passwords
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension Endpoint {
  /// Makes an account, and logs it in.
  ///
  /// Source: Alloy's guide, “Register”.
  static let register = Endpoint(
    Route(
      "register", .post, "/api/v1/auth/register", "Makes an account.", tag: "Identity",
      body: .object(
        .required("email", .string(Schema.StringRule(format: .email, minimum: 3, maximum: 254))),
        .required("password", .newPassword),
        .optional("display_name", .text(upTo: AccountDraft.maximumNameLength)),
        .optional("invite_code", .text(upTo: 200))),
      [Route.Success(201, .loginReply)]),
    .registration, isSecret: true)
}

extension Endpoint.Procedure {
  /// Makes the account that the body describes, and logs it in.
  static let registration = Endpoint.Procedure.password(
    prepare: { call throws(APIError) in
      try call.limitLogins(of: nil)
      try call.checkRegistration()
      return .hash(call.text("password") ?? "")
    },
    finish: { call, verdict throws(APIError) in
      guard case .hash(let hash) = verdict else { throw .noMemory }
      try call.checkRegistration()
      let invitation = try call.takeInvitation()
      let account = try translating { () throws(EngineError) in
        let account = try call.directory.create(
          AccountDraft(displayName: call.displayName ?? "", email: call.text("email")),
          passwordHash: hash)
        if let invitation, let organization = invitation.organization {
          try call.directory.setRole(invitation.role, of: account.id, in: organization)
        }
        return account
      }
      let login = try Login(account, call)
      return .created(call.route.dialect == .camel ? login.camelJSON : login.json)
    })
}

extension Call {
  fileprivate var displayName: String? {
    text(route.dialect == .camel ? "displayName" : "display_name")
  }

  fileprivate var inviteCode: String? {
    text(route.dialect == .camel ? "code" : "invite_code")
  }

  /// Refuses where nobody may register, or only who was invited.
  fileprivate func checkRegistration() throws(APIError) {
    switch parts.registration {
    case .open: return
    case .disabled:
      throw APIError(
        403, "REGISTRATION_DISABLED", "This server makes no accounts over the network.",
        nextStep: "Ask who runs it: “sluiced user add” makes one.")
    case .inviteOnly:
      let code = inviteCode ?? ""
      let found = try translating { () throws(EngineError) in
        try directory.invitation(digest: Secrets.digest(of: code))
      }
      let email = text("email").flatMap(Email.normalized)
      guard let found, found.email == nil || found.email == email else {
        throw APIError(
          403, "INVITATION_NEEDED",
          code.isEmpty
            ? "Only who is invited may register: “invite_code” is missing."
            : "The invitation is not valid: it was used, has expired, or is not yours.",
          nextStep: "Ask a member for an invitation.")
      }
    }
  }

  /// Uses up the invitation that came, also where none is needed, for it may lead somewhere.
  fileprivate func takeInvitation() throws(APIError) -> Invitation? {
    guard let code = inviteCode, !code.isEmpty else { return nil }
    return try translating { () throws(EngineError) in
      try directory.takeInvitation(digest: Secrets.digest(of: code), email: text("email"))
    }
  }
}
