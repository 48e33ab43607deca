internal import SluiceAPI
internal import SluiceCore
internal import SluiceEngine

extension AlloyEndpoints {
  static let labels = [listLabels, addLabels, removeLabel]

  private static let reply = Schema.open(.required("labels", .array(.text)))

  private static let listLabels = Endpoint(
    Route(
      "listLabels", .get, "/api/v1/projects/{project}/labels",
      "Lists the labels that tickets of a project have, by name.", tag: "Labels",
      query: [QueryParameter("prefix", .text, "Only labels that begin so, in any case.")] + .page,
      [.init(200, .page(.open(.required("name", .text))))])
  ) { call throws(APIError) in
    let page = try call.labels()
    return call.print(page, page.items.map { .object(["name": .string($0)]) })
  }

  private static let addLabels = Endpoint(
    Route(
      "addLabels", .post, "/api/v1/tickets/{ticket}/labels", "Gives a ticket labels.",
      tag: "Labels",
      body: .object(
        Schema.ObjectRule(
          [.optional("label", .text), .optional("labels", .array(.text))],
          choice: .atLeastOne(["label", "labels"]))),
      [.init(200, reply)])
  ) { call throws(APIError) in
    let labels = (call.texts("labels") ?? []) + [call.text("label")].compactMap(\.self)
    let (ticket, _) = try call.change(.edit(TicketEdit(addedLabels: labels)))
    return .ok(.object(["labels": .texts(ticket.labels)])).tagged(ticket.version)
  }

  private static let removeLabel = Endpoint(
    Route(
      "removeLabel", .delete, "/api/v1/tickets/{ticket}/labels/{label}",
      "Takes a label from a ticket.", tag: "Labels", [.init(204)])
  ) { call throws(APIError) in
    let label = call.parameter("label")
    let labels = try call.detail(call.ticketReference()).state.ticket.labels
    guard labels.contains(label) else { throw .notFound("label", label) }
    _ = try call.change(.edit(TicketEdit(removedLabels: [label])))
    return .noContent
  }
}

extension Call {
  /// A project's labels; few enough to be sorted, so a cursor is the last label of the page before.
  fileprivate func labels() throws(APIError) -> Page<String> {
    let project = try projectReference()
    let known = try ask { (engine) throws(EngineError) in
      try engine.suggestions(
        .label, in: project, prefix: text(inQuery: "prefix") ?? "", limit: Self.mostLabels)
    }.sorted()
    let rest = known.drop { label in page.cursor.map { label <= $0 } ?? false }
    let shown = Array(rest.prefix(page.limit))
    return Page(items: shown, nextCursor: rest.count > shown.count ? shown.last : nil)
  }

  private static let mostLabels = 2_000
}
