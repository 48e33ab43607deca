internal import Passwords
internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let invitations = [createInvite, listInvites, revokeInvite]

  private static let reply = Schema.reference("Invite")
  private static let path = "/api/v1/orgs/{org}/invites"

  private static let createInvite = Endpoint(
    Route(
      "createInvite", .post, path,
      "Lets someone register and become a member; shows a secret once.",
      tag: "Members",
      body: .object(
        .optional("role", .role), .optional("email", .nullable(.text)),
        .optional("expires_in_days", .integer(1...365))),
      [.init(201, reply)]), isSecret: true
  ) { call throws(APIError) in
    try call.createInvite()
  }

  private static let listInvites = Endpoint(
    Route(
      "listInvites", .get, path, "Lists the invitations; whom they are for, only to admins.",
      tag: "Members", query: .page, [.init(200, .page(reply))])
  ) { call throws(APIError) in
    let id = try call.organizationScope()
    let all = try translating { () throws(EngineError) in
      try call.directory.invitations(into: id)
    }.filter { $0.expiresAt > call.now }
    let start = call.page.cursor.flatMap { Int($0) } ?? 0
    let shown = Array(all.dropFirst(start).prefix(call.page.limit))
    let end = start + shown.count
    let page = Page(items: shown, nextCursor: end < all.count ? "\(end)" : nil)
    let isAdmin = (call.scope?.role ?? .viewer) >= .admin
    return call.print(
      page, page.items.map { isAdmin ? $0.json : $0.json.adding(["email": .null]) })
  }

  private static let revokeInvite = Endpoint(
    Route(
      "revokeInvite", .delete, path + "/{invite}", "Makes an invitation worthless at once.",
      tag: "Members", [.init(204)])
  ) { call throws(APIError) in
    let name = call.parameter("invite")
    guard let id = Invitation.ID(name) else { throw .notFound("invitation", name) }
    let organization = try call.organizationScope()
    try translating { () throws(EngineError) in
      try call.directory.revokeInvitation(id, into: organization)
    }
    return .noContent
  }
}

extension Call {
  fileprivate func createInvite() throws(APIError) -> Answer {
    let role = text("role").flatMap(Role.init(named:)) ?? .member
    try require(role, "To invite someone as \(role.name)")
    let seconds = number("expires_in_days").map { Int64($0) * 86_400 }
    let draft = InvitationDraft(
      organization: try organizationScope(), role: role, email: text("email"),
      expiresAt: now.advanced(bySeconds: seconds ?? Invitations.seconds),
      createdBy: try account().id)
    let secret = "slu_in_" + Base64URL.text(Secrets.random(32))
    let made = try translating { () throws(EngineError) in
      try directory.add(draft, digest: Secrets.digest(of: secret))
    }
    return .created(made.json.adding(["code": .string(secret)]))
  }
}

extension Invitation {
  fileprivate var json: JSONValue {
    .object([
      "id": .id(id), "org_id": .optional(organization?.description), "role": .string(role.name),
      "email": .optional(email), "expires_at": .string(expiresAt.description),
      "created_by": .id(createdBy),
    ])
  }
}
