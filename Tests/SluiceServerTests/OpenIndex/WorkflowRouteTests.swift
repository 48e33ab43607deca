import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct WorkflowRouteTests {
  @Test func `A name alone makes a strict workflow of the page's statuses, to be defined later`()
    throws
  {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    let made = try server.post(
      "/workflows", ann, #"{"name": "Flow", "description": "How we work", "domain": "ME"}"#)
    #expect(made.status == 201)
    #expect(made["enforcement"] == "strict")
    #expect(
      (0..<4).compactMap { made["statuses.\($0).name"] }
        == ["todo", "in_progress", "blocked", "done"])
    #expect(made["warnings.0"]?.contains("description") == true)

    let id = made["id"] ?? ""
    let defined = try server.patch(
      "/workflows/\(id)", ann,
      """
      {"expectedRevision": 1,
       "stages": [{"key": "open", "statuses": ["todo"]},
                  {"key": "work", "statuses": ["in_progress", "blocked"], "agentRequired": true},
                  {"key": "end", "statuses": ["done"]}],
       "fields": [{"key": "why", "type": "text"}],
       "gates": [{"key": "g", "from": "open", "to": "work", "requiredFields": ["why"]}]}
      """)
    #expect(defined.status == 200)
    #expect(defined["stages.1.agentRequired"] == "true")
    #expect(defined["gates.0.requiredFields"] == #"["why"]"#)
    let late = try server.patch(
      "/workflows/\(id)", ann, #"{"expectedRevision": 1, "name": "Other"}"#)
    #expect(late.status == 409)
  }

  @Test func `Faults of a definition are told with the places that its writer knows`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    let shape = try server.post(
      "/workflows", ann,
      #"{"name": "F", "statuses": [{"name": "a", "category": "todo", "wip_limit": 2}]}"#)
    #expect(shape.status == 400)
    #expect(shape["error.details.faults.0.place"] == "statuses[0].wip_limit")
    let provider = try server.post(
      "/workflows", ann,
      """
      {"name": "F", "statuses": [{"name": "a", "category": "todo"}],
       "stages": [{"key": "s", "statuses": ["a"], "assistantProviderId": "x"}]}
      """)
    #expect(provider.status == 400)
    #expect(provider["error.details.faults.0.place"] == "stages[0].assistantProviderId")
    let meaning = try server.post(
      "/workflows", ann,
      #"{"name": "F", "statuses": [{"name": "a", "category": "todo", "wipLimit": 0}]}"#)
    #expect(meaning.status == 422)
    #expect(meaning["error.details.faults.0.place"] == "statuses[0].wipLimit")
  }

  @Test func `Fields are added, changed and taken away one by one`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    let id = try server.makeOPS(ann)
    let path = "/workflows/\(id)/fields"
    let made = try server.post(
      path, ann, #"{"key": "cause", "name": "Cause", "type": "select", "options": ["us"]}"#)
    #expect(made.status == 201)
    #expect(made["workflowRevision"] == "2")
    #expect(try server.post(path, ann, #"{"key": "cause", "type": "text"}"#).status == 422)
    let changed = try server.patch("\(path)/cause", ann, #"{"options": ["us", "them"]}"#)
    #expect(changed["options"] == #"["us","them"]"#)
    #expect(try server.get(path, ann)["items.3.key"] == "cause")
    #expect(try server.delete("\(path)/cause", ann).status == 204)
    #expect(try server.delete("\(path)/cause", ann).status == 404)
    // A gate asks for it.
    #expect(try server.delete("\(path)/acceptance_criteria", ann).status == 422)
  }

  @Test func `Admins of an organization change its workflows, its guests see them`()
    throws
  {
    let server = try TestServer()
    let (ann, bob) = (try server.token(of: "ann"), try server.token(of: "bob"))
    let id = try server.makeOPS(ann)
    #expect(try server.get("/workflows/\(id)", bob).status == 404)
    _ = try server.post("/domains/OPS/members", ann, #"{"userId": "bob", "role": "admin"}"#)
    #expect(try server.get("/workflows/\(id)", bob).status == 200)
    #expect(try server.patch("/workflows/\(id)", bob, #"{"name": "X"}"#).status == 403)
    #expect(
      try server.post("/workflows", bob, #"{"name": "X", "domain": "OPS"}"#).status != 201)
    let seen = try server.get("/workflows?domainId=OPS", bob)
    #expect((0..<3).compactMap { seen["items.\($0).name"] } == ["Default", "Delivery"])
    let all = try server.get("/workflows?limit=2", bob)
    #expect(all["hasMore"] == "true")
    #expect(try server.delete("/workflows/\(id)", ann).status == 409)
  }
}
