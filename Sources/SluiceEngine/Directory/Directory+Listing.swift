public import SluiceCore
internal import SluiceStore

extension Directory {
  /// The accounts of the file, in the order in which they registered.
  public func accounts(_ page: PageRequest) throws(EngineError) -> Page<Account> {
    let start = try page.number() ?? 0
    return try reading { (store) throws(EngineError) in
      let found = try store.accounts(after: start, limit: page.limit + 1)
      let shown = found.prefix(page.limit)
      return Page(
        items: shown.map(\.account),
        nextCursor: found.count > page.limit ? shown.last.map { "\($0.row)" } : nil)
    }
  }

  /// The administrator of the server who registered first, else who registered first of all.
  public func firstAdministrator() throws(EngineError) -> Account? {
    try reading { (store) throws(EngineError) in try store.firstAdministrator() }
  }
}
