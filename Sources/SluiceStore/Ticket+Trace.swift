internal import SluiceCore

/// How history keeps a ticket as it was made.
extension Ticket {
  func trace(following followed: Workflow.ID?, broken: [String]) -> JSONValue {
    .members([
      "id": .string(id.description), "key": .string(key.description),
      "kind": .string(kind.rawValue),
      "title": .string(title),
      "description": description.isEmpty ? nil : .string(description),
      "status": .integer(status.number), "priority": .integer(priority.rawValue),
      "assignee": assignee.map(JSONValue.string), "reporter": reporter.map(JSONValue.string),
      "labels": labels.isEmpty ? nil : .texts(labels),
      "broken": broken.isEmpty ? nil : .texts(broken),
      "due": due.map { .integer($0.daysSinceEpoch) },
      "target": target == .either ? nil : .string(target.rawValue),
      "workflow": binding.map { .string($0.workflow.description) },
      "revision": binding.map { .integer($0.revision) },
      "follows": followed.map { .string($0.description) },
      "created": .time(createdAt), "updated": .time(updatedAt), "entered": .time(enteredAt),
    ])
  }

  init?(trace json: JSONValue) {
    guard let id = json["id"].text.flatMap({ Ticket.ID($0) }),
      let key = json["key"].text.flatMap({ TicketKey($0) }), let title = json["title"].text,
      let status = json["status"].integer, let created = json["created"].integer,
      let updated = json["updated"].integer, let entered = json["entered"].integer
    else { return nil }
    let workflow = json["workflow"].text.flatMap { Workflow.ID($0) }
    self.init(
      id: id, key: key, kind: json["kind"].text.flatMap(TicketKind.init(rawValue:)) ?? .task,
      title: title, description: json["description"].text ?? "", status: Status.ID(Int(status)),
      priority: json["priority"].integer.flatMap { Priority(rawValue: Int($0)) } ?? .medium,
      assignee: json["assignee"].text, reporter: json["reporter"].text,
      labels: json["labels"].texts,
      due: json["due"].integer.map { CalendarDay(daysSinceEpoch: Int($0)) },
      target: json["target"].text.flatMap(ExecutionTarget.init(rawValue:)) ?? .either,
      binding: workflow.map {
        WorkflowRevision(workflow: $0, revision: Int(json["revision"].integer ?? 1))
      },
      createdAt: Timestamp(milliseconds: created), updatedAt: Timestamp(milliseconds: updated),
      enteredAt: Timestamp(milliseconds: entered))
  }
}
