/// Someone whom a server knows.
public struct Account: Hashable, Sendable {
  /// The id of an account.
  public typealias ID = Identifier<Account>

  /// The public id.
  public let id: ID
  /// The name in history, as assignee and as reporter; unique in the file, and never changes.
  public let handle: String
  /// The name for people.
  public var displayName: String
  /// Where they are written to, in lower case; unique in the file.
  public var email: String?
  /// Who they are to the operating system of the server's machine; unique in the file.
  public var userID: UInt32?
  /// Whether they may do what is beyond any one organization.
  public var isInstanceAdmin: Bool
  /// Whether they may come in.
  public var isActive: Bool
  /// When it was made.
  public let createdAt: Timestamp

  /// An account with its parts.
  public init(
    id: ID, handle: String, displayName: String, email: String? = nil, userID: UInt32? = nil,
    isInstanceAdmin: Bool = false, isActive: Bool = true, createdAt: Timestamp
  ) {
    self.id = id
    self.handle = handle
    self.displayName = displayName
    self.email = email
    self.userID = userID
    self.isInstanceAdmin = isInstanceAdmin
    self.isActive = isActive
    self.createdAt = createdAt
  }
}

/// An account to be.
public struct AccountDraft: Hashable, Sendable {
  /// What the handle is made from; `nil` for the email's part before the `@`, else the display name.
  public var handle: String?
  /// The name for people; empty for the handle.
  public var displayName: String
  /// Where they are written to.
  public var email: String?
  /// Who they are to the operating system of the server's machine.
  public var userID: UInt32?
  /// Whether they may do what is beyond any one organization.
  public var isInstanceAdmin: Bool

  /// An account to be, with its parts.
  public init(
    handle: String? = nil, displayName: String = "", email: String? = nil, userID: UInt32? = nil,
    isInstanceAdmin: Bool = false
  ) {
    self.handle = handle
    self.displayName = displayName
    self.email = email
    self.userID = userID
    self.isInstanceAdmin = isInstanceAdmin
  }

  /// The handle that it would like to have; another account may have it already.
  public var wishedHandle: String {
    Handle.made(from: handle ?? email.map(Handle.localPart) ?? displayName)
  }
}

extension AccountDraft {
  /// The longest name for people, in characters.
  public static let maximumNameLength = 120

  /// The draft with its email in the form that is kept and its display name without blanks at its ends, or
  /// why it is refused.
  public func checked() throws(Rejection) -> AccountDraft {
    var checked = self
    checked.displayName = try Self.checkedName(displayName)
    checked.email = try email.map { (text) throws(Rejection) in try Email.checked(text) }
    return checked
  }

  /// A name for people without blanks at its ends, or why it is refused.
  public static func checkedName(_ text: String) throws(Rejection) -> String {
    let name = text.trimmingBlanks
    guard name.count <= maximumNameLength, !name.contains(where: \.isNewline) else {
      throw .invalidValue(
        attribute: "display_name",
        message: "A display name is one line of at most \(maximumNameLength) characters.")
    }
    return name
  }
}
