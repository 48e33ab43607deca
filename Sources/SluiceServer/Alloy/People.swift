internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

/// The accounts behind the names in tickets and in history.
///
/// A name that is no account of this server, as imports bring, has none.
struct People {
  /// The first of them, which for one ticket are all: so few are searched faster than hashed.
  private var first: [(handle: String, id: Account.ID?)] = []
  private var others: [String: Account.ID?] = [:]

  private static let few = 8

  init(_ accounts: [String: Account.ID?] = [:]) {
    for (handle, id) in accounts { add(handle, id) }
  }

  /// Notes whose a name is; `nil` for nobody's.
  mutating func add(_ handle: String, _ id: Account.ID?) {
    if first.count < Self.few {
      first.append((handle, id))
    } else {
      others.updateValue(id, forKey: handle)
    }
  }

  /// Whether it is known whose a name is, be it nobody's.
  func knows(_ handle: String) -> Bool {
    first.contains { $0.handle == handle } || (!others.isEmpty && others[handle] != nil)
  }

  /// The account of that name.
  func account(_ handle: String?) -> Account.ID? {
    guard let handle else { return nil }
    for entry in first where entry.handle == handle { return entry.id }
    return others.isEmpty ? nil : others[handle] ?? nil
  }

  /// The id of the account of that name, or `null`.
  func id(_ handle: String?) -> JSONValue {
    .optional(account(handle)?.description)
  }

  /// Who asked for a ticket, and who works on it.
  func members(of ticket: Ticket) -> [String: JSONValue] {
    ["reporter_id": id(ticket.reporter), "assignee_id": id(ticket.assignee)]
  }

  func json(_ comment: Comment) -> JSONValue {
    comment.json.adding(["author_id": id(comment.author)])
  }
}

extension Call {
  /// The accounts of some names, each looked up once; the caller's own is known.
  func people(_ handles: [String?]) throws(APIError) -> People {
    var people = People()
    if let own = caller.account { people.add(own.handle, own.id) }
    for case let handle? in handles where !people.knows(handle) {
      people.add(handle, try account(named: handle)?.id)
    }
    return people
  }

  func account(_ id: Account.ID) throws(APIError) -> Account? {
    if let own = caller.account, own.id == id { return own }
    return try translating { () throws(EngineError) in try directory.account(id) }
  }

  func account(named handle: String) throws(APIError) -> Account? {
    if let own = caller.account, own.handle == handle { return own }
    return try translating { () throws(EngineError) in try directory.account(handle: handle) }
  }

  /// Who is to work on a ticket, by id or by handle; `nil` if the body does not say.
  ///
  /// It must be someone who sees the project.
  func assignee() throws(APIError) -> TicketEdit.Setting<String>? {
    guard let setting = try person("assignee") else { return nil }
    guard let account = setting.value else { return TicketEdit.Setting(nil) }
    guard let scope, let project = scope.project else { throw .unexpected }
    let place = ProjectPlace(project: project, organization: scope.organization)
    let admission = Admission(book: parts.book, now: now)
    guard try admission.effectiveRole(of: account.id, in: place) != nil else {
      throw APIError(
        .invalidValue(
          attribute: "assignee", message: "\(account.handle) is no member of the project."))
    }
    return TicketEdit.Setting(account.handle)
  }

  /// Who has asked for a ticket; only members may say that it was someone else.
  func reporter() throws(APIError) -> TicketEdit.Setting<String>? {
    guard let setting = try person("reporter") else { return nil }
    if setting.value?.id != caller.account?.id {
      try require(.member, "To name someone else as a ticket's reporter")
    }
    return TicketEdit.Setting(setting.value?.handle)
  }

  /// The account that `NAME_id` names by id or `NAME` by handle; `nil` if the body has neither.
  private func person(_ name: String) throws(APIError) -> TicketEdit.Setting<Account>? {
    let (idName, byID, byHandle) = ("\(name)_id", has("\(name)_id"), has(name))
    guard byID || byHandle else { return nil }
    let ofID = try text(idName).flatMap { Account.ID($0) }.map { (id) throws(APIError) in
      try existing(try account(id), idName, "\(id)")
    }
    let ofHandle = try text(name).map { (handle) throws(APIError) in
      try existing(try account(named: handle), name, handle)
    }
    guard !byID || !byHandle || ofID?.id == ofHandle?.id else {
      throw .malformed("“\(idName)” and “\(name)” name different people.")
    }
    return TicketEdit.Setting(ofID ?? ofHandle)
  }

  private func existing(
    _ account: Account?, _ attribute: String, _ name: String
  ) throws(APIError) -> Account {
    guard let account else {
      throw APIError(
        .invalidValue(attribute: attribute, message: "There is no account “\(name)”."))
    }
    return account
  }
}
