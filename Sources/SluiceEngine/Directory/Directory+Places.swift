public import SluiceCore
internal import SluiceStore

extension Directory {
  /// Where a project of any organization belongs.
  public func place(ofProject id: Project.ID) throws(EngineError) -> Place? {
    try reading { (store) throws(EngineError) in try store.place(ofProject: id) }
  }

  /// Where a ticket of any organization belongs, also one that is deleted.
  public func place(ofTicket id: Ticket.ID) throws(EngineError) -> Place? {
    try reading { (store) throws(EngineError) in try store.place(ofTicket: id) }
  }

  /// Whose a workflow is.
  public func place(ofWorkflow id: Workflow.ID) throws(EngineError) -> Place? {
    try reading { (store) throws(EngineError) in try store.place(ofWorkflow: id) }
  }

  /// The projects of the file that have a key, the oldest first and at most `limit`.
  public func projects(
    withKey key: ProjectKey, limit: Int = 50
  ) throws(EngineError) -> [Place] {
    try reading { (store) throws(EngineError) in try store.places(withKey: key, limit: limit) }
  }

  /// The projects with a key that an account sees, the oldest first: those of its organizations, and those
  /// that it is a member of.
  public func projects(
    withKey key: ProjectKey, visibleTo account: Account.ID
  ) throws(EngineError) -> [Place] {
    try reading { (store) throws(EngineError) in
      try store.places(withKey: key, visibleTo: account)
    }
  }

  /// The projects that an account sees, by key: those of its organizations, and those that it is a member of.
  ///
  /// Takes time in proportion to how many these are.
  public func visibleProjects(
    of account: Account.ID, _ page: PageRequest
  ) throws(EngineError) -> Page<PlacedProject> {
    let start = try page.projectPlace()
    return try reading { (store) throws(EngineError) in
      let found = try store.projects(visibleTo: account, after: start, limit: page.limit + 1)
      let shown = found.prefix(page.limit)
      let last = found.count > page.limit ? shown.last : nil
      return Page(
        items: shown.map(\.found),
        nextCursor: last.map { "\($0.found.project.key).\($0.row.id)" })
    }
  }
}

extension PageRequest {
  /// The cursor of a list of projects of several organizations.
  fileprivate func projectPlace() throws(EngineError) -> (key: String, row: Int64) {
    guard let cursor else { return ("", 0) }
    let parts = cursor.split(separator: ".")
    guard parts.count == 2, let row = Int64(parts[1]) else { throw .badCursor(cursor) }
    return (String(parts[0]), row)
  }
}
