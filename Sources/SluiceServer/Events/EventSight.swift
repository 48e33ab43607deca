internal import SluiceCore
internal import SluiceEngine

/// What followers may see, looked up once for all of them and forgotten after a moment.
///
/// It works on the file, so it is only used while its owner holds the desk's chair.
struct EventSight {
  private struct Key: Hashable {
    let account: Account.ID
    let organization: Organization.ID
    let project: Project.ID?
  }

  /// After how many seconds a lost membership or token is noticed at the latest.
  private static let seconds: Int64 = 2

  private let book: Book
  private var known: [Key: Bool] = [:]
  private var end: Timestamp?

  init(_ book: Book) {
    self.book = book
  }

  /// Forgets what may be true no longer; answers whether it did.
  mutating func refresh(at now: Timestamp) -> Bool {
    if let end, now < end, now.advanced(bySeconds: Self.seconds) >= end { return false }
    known = [:]
    end = now.advanced(bySeconds: Self.seconds)
    return true
  }

  /// Whether a follower may see an event.
  mutating func shows(
    _ item: FeedItem, to caller: Caller, at now: Timestamp
  ) throws(APIError) -> Bool {
    guard let account = caller.account?.id else { return false }
    if let project = item.project {
      guard caller.reaches(project) else { return false }
    } else if caller.token?.projects != nil {
      return false
    }
    let key = Key(account: account, organization: item.organization, project: item.project)
    if let isVisible = known[key] { return isVisible }
    let isVisible: Bool
    if let project = item.project {
      let place = ProjectPlace(project: project, organization: item.organization)
      isVisible = try Admission(book: book, now: now).effectiveRole(of: account, in: place) != nil
    } else {
      isVisible = try book.role(of: account, in: item.organization) != nil
    }
    known[key] = isVisible
    return isVisible
  }

  /// Whether a follower could still come in as they did.
  func admits(_ subscriber: Subscriber, at now: Timestamp) throws(APIError) -> Bool {
    guard let credential = subscriber.credential else {
      let account = try subscriber.caller.account.flatMap { (account) throws(APIError) in
        try translating { () throws(EngineError) in try book.directory.account(account.id) }
      }
      return account?.isActive == true
    }
    guard let (token, account) = try book.bearer(credential) else { return false }
    return account.isActive && !token.isExpired(at: now)
  }
}
