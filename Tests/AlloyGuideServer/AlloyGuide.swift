import HTTPServer
import SluiceCore

/// What the server knows, and the routes of the guide.
struct AlloyGuide {
  struct Answer {
    var status: Int
    var json: JSONValue?
    var headers: HTTPHeaders = ["Content-Type": "application/json"]

    static func ok(_ json: JSONValue) -> Answer { Answer(status: 200, json: json) }
    /// As a router says it that knows no such path.
    static let nothing = Answer(status: 404, json: nil)
    static let noContent = Answer(status: 204, json: nil)

    static func error(_ status: Int, _ code: String, _ message: String) -> Answer {
      Answer(
        status: status,
        json: .object([
          "error": .object(["code": .string(code), "message": .string(message)])
        ]))
    }
  }

  struct Ticket {
    let number: Int
    var title: String
    var description: String
    var status: String
    var priority: String
  }

  static let user = "0000000a-0000-4000-8000-000000000001"
  static let organization = "0000000b-0000-4000-8000-000000000001"
  static let project = "0000000c-0000-4000-8000-000000000001"
  static let token = "guide-token"

  var workflows = [AlloyGuideWorkflow.standard]
  var workflowOfProject: String?
  var tickets: [Ticket] = []
  var requests: [String] = []
  var refusals: (times: Int, status: Int, retryAfter: String?) = (0, 0, nil)

  mutating func add(_ title: String, _ status: String) {
    tickets.append(
      Ticket(
        number: tickets.count + 1, title: title, description: "", status: status, priority: "High"))
  }

  mutating func useBugTriage(_ enforcement: String) {
    var workflow = AlloyGuideWorkflow.bugTriage
    workflow.enforcement = enforcement
    workflows = [.standard, workflow]
    workflowOfProject = workflow.id
  }

  var workflow: AlloyGuideWorkflow {
    workflows.first { $0.id == workflowOfProject } ?? workflows[0]
  }

  mutating func answer(_ request: HTTPRequest) -> Answer {
    requests.append("\(request.method) \(request.path)")
    if refusals.times > 0 {
      refusals.times -= 1
      var answer = Answer(status: refusals.status, json: nil)
      if let seconds = refusals.retryAfter { answer.headers.add("Retry-After", seconds) }
      return answer
    }
    if request.path == "/health" {
      return .ok(.object(["status": .string("ok"), "service": .string("alloy")]))
    }
    guard request.segments.starts(with: ["api", "v1"]) else { return .nothing }
    guard request.headers["authorization"] == "Bearer \(Self.token)" else {
      return .error(401, "UNAUTHORIZED", "The token is not valid.")
    }
    return route(request.method, Array(request.segments.dropFirst(2)), request)
  }

  private mutating func route(
    _ method: String, _ path: [String], _ request: HTTPRequest
  ) -> Answer {
    let body =
      (try? JSONReader.read(SourceText(request.body)).value)?.members ?? [:]
    switch (method, path.count, path.first ?? "", path.last ?? "") {
    case ("GET", 2, "auth", "me"): return .ok(account)
    case ("GET", 1, "orgs", _):
      return page(
        [
          .object([
            "id": .string(Self.organization), "name": .string("Workflow Guide Org"),
            "slug": .string("guide-wf-org"),
          ])
        ], request)
    case ("GET", 1, "projects", _): return page([projectJSON], request)
    case ("GET", 3, "orgs", "workflows") where path[1] == Self.organization:
      return page(workflows.map(\.json), request)
    case ("GET", 2, "workflows", let id):
      return workflows.first { $0.id == id }.map { .ok($0.json) } ?? Self.notFound
    case ("GET", 3, "projects", "tickets") where path[1] == Self.project:
      return page(tickets.reversed().map { json($0) }, request)
    case ("POST", 3, "projects", "tickets") where path[1] == Self.project: return create(body)
    case (_, 2...3, "tickets", _): return answer(method, path, body)
    default: return .nothing
    }
  }

  private var account: JSONValue {
    .object([
      "user_id": .string(Self.user), "org_id": .string(Self.organization),
      "email": .string("guide-wf@alloy.dev"), "role": .string("Owner"),
    ])
  }

  private var projectJSON: JSONValue {
    .object([
      "id": .string(Self.project), "org_id": .string(Self.organization), "key": .string("WF"),
      "name": .string("Workflow Demo Project"),
      "description": .string("Project for the workflows guide"),
      "ticket_counter": .number(Double(tickets.count)),
      "workflow_id": workflowOfProject.map(JSONValue.string) ?? .null,
    ])
  }

  private func page(_ items: [JSONValue], _ request: HTTPRequest) -> Answer {
    func number(_ name: String) -> Int? {
      request.query.first { $0.name == name }.flatMap { Int($0.value) }
    }
    let start = number("cursor") ?? 0
    let end = min(start + (number("limit") ?? 20), items.count)
    return .ok(
      .object([
        "items": .array(Array(items[min(start, end)..<end])),
        "next_cursor": end < items.count ? .string(String(end)) : .null,
        "has_more": .bool(end < items.count),
      ]))
  }

  static let notFound = Answer.error(404, "NOT_FOUND", "There is no such thing.")
}

extension JSONValue {
  var members: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }

  var text: String? {
    if case .string(let text) = self { text } else { nil }
  }
}
