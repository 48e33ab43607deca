internal import HTTPServer
internal import SluiceAPI
internal import SluiceCore

/// What has happened, as far as the caller may see it.
///
/// Source: OpenIndex, “Audit”.
enum AuditEndpoints {
  static let all = [list, export]

  private static let filters = [
    QueryParameter("workItemKey", .text, "Only what happened to a work item."),
    QueryParameter("domainId", .text, "Only in a domain: its id or key, or ME."),
    QueryParameter("eventType", .oneOf(Event.Kind.auditNames), "Only of that type."),
    QueryParameter("userId", .text, "Only by a user: an id or a handle."),
    QueryParameter("before", .time, "Only before that moment."),
    QueryParameter("after", .time, "Only from that moment on."),
  ]

  private static let list = Endpoint(
    Route(
      "listAudit", .get, "/audit", "Lists what has happened, newest first.", tag: "Audit",
      query: filters + .camelPage,
      [Route.Success(200, .camelPage(.reference("AuditEntry")))], dialect: .camel)
  ) { call throws(APIError) in
    try call.audit(try AuditSearch(call).page(call.page))
  }

  /// At most 5,000 events; where there are more, `Sluice-Next-Cursor` asks for the next.
  private static let export = Endpoint(
    Route(
      "exportAudit", .get, "/audit/export",
      "Gives what has happened as a file of at most 5000 events, newest first.", tag: "Audit",
      query: filters + [
        QueryParameter("format", .oneOf(["json", "csv"]), "json by default."),
        QueryParameter("cursor", .text, "The header Sluice-Next-Cursor of the file before."),
      ],
      [
        Route.Success(200, .camelPage(.reference("AuditEntry"))),
        Route.Success(200, .text, type: "text/csv"),
      ], dialect: .camel)
  ) { call throws(APIError) in
    let page = try AuditSearch(call).pages(upTo: 5_000, from: call.text(inQuery: "cursor"))
    let isTable = call.text(inQuery: "format") == "csv"
    var answer =
      isTable
      ? Answer(
        status: 200,
        body: .bytes(
          CSV.bytes([Event.auditColumns] + page.items.map(\.auditRow)),
          type: "text/csv; charset=utf-8; header=present")) : try call.audit(page)
    answer.headers.add(
      "Content-Disposition", "attachment; filename=\"audit.\(isTable ? "csv" : "json")\"")
    if let cursor = page.nextCursor { answer.headers.add("Sluice-Next-Cursor", cursor) }
    return answer
  }
}
