internal import SluiceAPI
internal import SluiceCore

/// Which tickets a list is asked for.
struct TicketFilter {
  private let status: String?
  private var filter: BoardFilter

  static let parameters = [
    QueryParameter("status", .text, "Only tickets in the status of that name."),
    QueryParameter("assignee", .text, "Only tickets of that person; “me”, or “none” for nobody's."),
    QueryParameter("assignee_id", .id, "Only tickets of that account."),
    QueryParameter("label", .text, "Only tickets with that label.", isRepeated: true),
    QueryParameter("priority", .text, "Only tickets of that priority."),
    QueryParameter("min_priority", .text, "Only tickets of that priority or a higher one."),
    QueryParameter("q", .text, "Only tickets with words that begin so, in title or description."),
    Call.filterParameter,
  ]

  init(_ call: Call) throws(APIError) {
    status = call.text(inQuery: "status")
    let priority = try call.priority(inQuery: "priority")
    let least = try call.priority(inQuery: "min_priority")
    filter = BoardFilter(
      words: call.words(inQuery: "q"), labels: call.texts(inQuery: "label"),
      minimumPriority: [priority, least].compactMap(\.self).max())
    if let id = call.text(inQuery: "assignee_id").flatMap({ Account.ID($0) }) {
      // A handle is never empty, so that nothing is found for an account that there is not.
      filter.assignee = .named(try call.account(id)?.handle ?? "")
    } else if let name = call.text(inQuery: "assignee") {
      filter.assignee = name == "none" ? .nobody : .named(name == "me" ? call.actor.name : name)
    }
    filter = try call.narrowed(filter)
    if let priority { filter = filter.and(.term(.priority(.equal, priority))) }
  }

  func query(of project: ProjectReference) -> TicketQuery {
    TicketQuery(project: project, status: status, filter: filter)
  }
}
