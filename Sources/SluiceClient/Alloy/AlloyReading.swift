internal import SluiceCore

extension Project {
  /// A project as Alloy prints it.
  ///
  /// Source: Alloy's workflow guide, §1.
  init(alloy json: JSONValue, at now: Timestamp) throws(EngineError) {
    guard let id = json["id"]?.text.flatMap(Project.ID.init(_:)),
      let key = json["key"]?.text.flatMap({ ProjectKey($0) })
    else { throw .notUnderstood("a project has no id or no key") }
    let made = Timestamp(alloy: json["created_at"]) ?? now
    self.init(
      id: id, key: key, name: json["name"]?.text ?? key.text,
      description: json["description"]?.text ?? "",
      workflow: json["workflow_id"]?.text.flatMap(Workflow.ID.init(_:)),
      ticketCounter: json["ticket_counter"]?.count ?? 0, createdAt: made,
      updatedAt: Timestamp(alloy: json["updated_at"]) ?? made)
  }
}

extension Workflow {
  /// A workflow as Alloy prints it: stages are its categories, and there are no gates.
  ///
  /// Statuses that tickets are in and the definition does not have stand behind the others, for a project may
  /// have been given another workflow.
  init(
    alloy json: JSONValue, besides strays: [WorkflowDraft.StatusDraft] = [], at now: Timestamp
  ) throws(EngineError) {
    guard let id = json["id"]?.text.flatMap(Workflow.ID.init(_:)), let name = json["name"]?.text,
      let items = json["statuses"]?.items
    else { throw .notUnderstood("a workflow has no id, name or statuses") }
    let statuses = items.compactMap(WorkflowDraft.StatusDraft.init(alloy:)) + strays
    let names = Set(statuses.map(\.name))
    var transitions: [WorkflowDraft.TransitionDraft] = []
    for item in json["transitions"]?.items ?? [] {
      guard let from = item["from"]?.text, let to = item["to"]?.text else { continue }
      let step = WorkflowDraft.TransitionDraft(from, to)
      // What leads nowhere is nothing to show.
      if names.isSuperset(of: [from, to]), from != to, !transitions.contains(step) {
        transitions.append(step)
      }
    }
    let draft = WorkflowDraft(
      name: name, enforcement: json["enforcement"]?.text, statuses: statuses,
      transitions: transitions)
    let made = Timestamp(alloy: json["created_at"]) ?? now
    do {
      self = try draft.validated(id: id, at: made)
    } catch {
      let fault = error.faults.first?.message ?? "it has faults"
      throw .notUnderstood("workflow “\(name)”: \(fault)")
    }
  }
}

extension WorkflowDraft.StatusDraft {
  init?(alloy json: JSONValue) {
    guard let name = json["name"]?.text else { return nil }
    let category = json["category"]?.text.flatMap(Category.init(rawValue:)) ?? .todo
    self.init(name, category.rawValue)
  }
}

/// A ticket as Alloy prints it; what a reply leaves out is not known.
///
/// Source: Alloy's workflow guide, §6; only what stands there is sure to come.
struct AlloyTicket: Hashable {
  let id: Ticket.ID
  let number: Int
  var title: String
  var status: String
  var description: String?
  var priority: Priority?
  var assignee: String?
  var reporter: String?
  var labels: [String]
  var created: Timestamp?
  var updated: Timestamp?

  /// `me` is the caller, whose id a ticket may name.
  init(_ json: JSONValue, me: ServerAccount) throws(EngineError) {
    guard let id = json["id"]?.text.flatMap(Ticket.ID.init(_:)),
      let number = json["ticket_number"]?.count, number > 0,
      let status = json["status"]?.text
    else { throw .notUnderstood("a ticket has no id, number or status") }
    self.id = id
    self.number = number
    self.status = status
    title = json["title"]?.text ?? "(no title)"
    description = json["description"]?.text
    priority = json["priority"]?.text.flatMap { Priority($0) }
    assignee = json.person("assignee", me: me)
    reporter = json.person("reporter", me: me)
    labels = (json["labels"]?.items ?? []).compactMap(\.text).sorted()
    created = Timestamp(alloy: json["created_at"])
    updated = Timestamp(alloy: json["updated_at"])
  }

  /// The ticket with what a later reply says of it; what that leaves out stays.
  func taking(_ news: AlloyTicket) -> AlloyTicket {
    var ticket = news
    ticket.description = news.description ?? description
    ticket.priority = news.priority ?? priority
    ticket.assignee = news.assignee ?? assignee
    ticket.reporter = news.reporter ?? reporter
    ticket.created = news.created ?? created
    return ticket
  }
}

extension JSONValue {
  /// A number without a fraction.
  var count: Int? {
    if case .number(let number) = self { Int(exactly: number) } else { nil }
  }

  /// A person by name or, where only the id is said, by that.
  fileprivate func person(_ member: String, me: ServerAccount) -> String? {
    if let name = self[member]?.text { return name }
    guard let id = self[member + "_id"]?.text else { return nil }
    return id == me.id ? me.handle : String(id.prefix(8))
  }
}

extension Timestamp {
  init?(alloy json: JSONValue?) {
    guard let text = json?.text, let time = Timestamp(text) else { return nil }
    self = time
  }
}
