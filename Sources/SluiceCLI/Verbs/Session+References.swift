import SluiceCore

extension Session {
  /// The ticket that an operand names: by key, by id, or by its number beside `--project`.
  func ticketReference(_ text: String) throws(Failure) -> TicketReference {
    if let reference = TicketReference(text) { return reference }
    if let key = invocation[.project], let reference = TicketReference("\(key)-\(text)") {
      return reference
    }
    throw .usage(
      "“\(text)” is neither the key of a ticket, such as OPS-42, nor an id.",
      next: "sluice ticket list")
  }

  /// The project that a text names, by key or id.
  func projectReference(_ text: String) throws(Failure) -> ProjectReference {
    guard let reference = ProjectReference(text) else {
      throw .usage(
        "“\(text)” is neither the key of a project (\(ProjectKey.expectation)) nor an id.",
        next: "sluice project list")
    }
    return reference
  }

  /// The project of `--project`, or the only one there is.
  func project(in engine: any Engine) throws(Failure) -> ProjectReference {
    if let name = invocation[.project] { return try projectReference(name) }
    let page = try reporting { () throws(EngineError) in
      try engine.projects(PageRequest(limit: 10))
    }
    if page.items.count == 1 { return .id(page.items[0].id) }
    guard let first = page.items.first else {
      throw Failure(
        exit: .notFound, code: "NOT_FOUND", message: "There is no project yet.",
        nextCommand: "sluice project create --key OPS --name Operations")
    }
    let keys = page.items.map(\.key.description).joined(separator: ", ")
    throw .usage(
      "There are several projects (\(keys)\(page.nextCursor == nil ? "" : ", …")); name one.",
      next: "\(invocation.verb.name) --project \(first.key)")
  }

  /// The priority that `--priority` names.
  var priority: Priority? {
    invocation[.priority].flatMap { Priority($0) }
  }

  /// The page that `--limit` and `--cursor` ask for.
  var page: PageRequest {
    let limit = invocation[.limit].flatMap { Int($0) }
    return PageRequest(limit: limit ?? 50, cursor: invocation[.cursor])
  }
}

extension Option {
  static let limit = Option(
    "limit", letter: "n", "N", "how many at most, up to \(PageRequest.maximumLimit); 50 by default",
    .number(1...PageRequest.maximumLimit))
  static let cursor = Option("cursor", "CURSOR", "go on where the page before ended")
  static let priority = Option("priority", "LEVEL", "urgent, high, medium or low", .priority)
}

extension ValueKind {
  static let priority = choice(
    ["urgent", "high", "medium", "low"], synonyms: ["critical": "urgent", "med": "medium"])
}
