import HTTPServer
import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct WorkItemRouteTests {
  @Test func `The personal domain is ME, and its items are ME-1 for everyone`() throws {
    let server = try TestServer()
    let (ann, bob) = (try server.token(of: "ann"), try server.token(of: "bob"))
    #expect(try server.makeTask("Ann's", in: "ME", token: ann) == "ME-1")
    #expect(try server.makeTask("Bob's", in: "ME", token: bob) == "ME-1")
    #expect(try server.get("/browse/ME-1", ann)["title"] == "Ann's")
    #expect(try server.get("/browse/ME-1", bob)["title"] == "Bob's")
    #expect(try server.get("/domains/ME", ann)["kind"] == "personal")
  }

  @Test func `An item shows all that OpenIndex says of it`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    let made = try server.post(
      "/browse", ann,
      """
      {"kind": "task", "title": "Rotate the keys", "domainId": "ops", "priority": "critical",
       "executionTarget": "agent", "description": "All of them.", "assignee": "ann",
       "labels": ["keys"], "dueDate": "2026-03-01"}
      """)
    #expect(made.status == 201)
    #expect(made.headers["ETag"] == "\"1\"")
    let shown = [
      "kind", "parentKey", "status", "stage", "resolution", "priority", "executionTarget",
      "assignee", "reporter", "labels", "dueDate", "workflowBound", "version",
    ].map { "\($0)=\(made[$0] ?? "null")" }
    #expect(
      shown == [
        "kind=task", "parentKey=null", "status=todo", "stage=plan", "resolution=unresolved",
        "priority=urgent", "executionTarget=agent", "assignee=ann", "reporter=ann",
        "labels=[\"keys\"]", "dueDate=2026-03-01", "workflowBound=false", "version=1",
      ])
  }

  @Test func `A sub-task needs its task, and then no domain`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    let part = try server.post(
      "/browse", ann, #"{"kind": "sub_task", "title": "Of the gate", "parentKey": "OPS-1"}"#)
    #expect(part.status == 201)
    #expect(part["key"] == "OPS-1.1")
    #expect(part["parentKey"] == "OPS-1")
    #expect(try server.get("/browse/OPS-1.1", ann).status == 200)

    let lost = try server.post(
      "/browse", ann, #"{"kind": "sub_task", "title": "Of nothing", "domainId": "OPS"}"#)
    #expect(lost.status == 422)
    let nowhere = try server.post("/browse", ann, #"{"kind": "task", "title": "Nowhere"}"#)
    #expect(nowhere.status == 400)
    #expect(try server.delete("/browse/OPS-1", ann).status == 409)
    #expect(try server.delete("/browse/OPS-1.1", ann).status == 204)
    #expect(try server.delete("/browse/OPS-1", ann).status == 204)
    #expect(try server.get("/browse/OPS-1", ann).status == 404)
    #expect(
      try server.get("/browse/OPS-1/history", ann)["items.0.eventType"] == "work_item.deleted")
  }

  @Test func `A change is held against what the caller expects, and made whole`()
    throws
  {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    let both = try server.patch(
      "/browse/OPS-1", ann,
      #"{"title": "Rotate all keys", "status": "in_progress", "expectedVersion": 1}"#)
    #expect(both.status == 200)
    #expect(both["status"] == "in_progress")
    let late = try server.patch(
      "/browse/OPS-1", ann, #"{"title": "Rotate some keys", "expectedVersion": 1}"#)
    #expect(late.status == 409)
    #expect(late["error.details.current.version"] == "3")
    let half = try server.patch(
      "/browse/OPS-1", ann, #"{"title": "Rotate no keys", "status": "done"}"#)
    #expect(half.status == 422)
    #expect(half["error.details.rule"] == "NO_TRANSITION")
    #expect(half["error.details.allowed"] == #"["in_review"]"#)
    #expect(try server.get("/browse/OPS-1", ann)["title"] == "Rotate all keys")
  }

  @Test func `A list goes through all domains by cursor, and is narrowed by the query`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    for title in ["One", "Two", "Three"] {
      try server.makeTask(
        title, #", "priority": "\#(title == "Two" ? "high" : "low")""#, token: ann)
    }
    try server.makeTask("Mine", in: "ME", token: ann)

    var keys: [String] = []
    var cursor: String?
    repeat {
      let page = try server.get("/browse?limit=2" + (cursor.map { "&cursor=\($0)" } ?? ""), ann)
      keys += (0..<2).compactMap { page["items.\($0).key"] }
      cursor = page["nextCursor"]
    } while cursor != nil
    #expect(keys == ["ME-1", "OPS-3", "OPS-2", "OPS-1"])

    let found = { (query: String) in
      let page = try server.get("/browse?\(query)", ann)
      return (0..<4).compactMap { page["items.\($0).key"] }
    }
    #expect(try found("domainId=OPS&priority=low") == ["OPS-3", "OPS-1"])
    #expect(try found("search=two") == ["OPS-2"])
    #expect(try found("status=todo") == ["OPS-3", "OPS-2", "OPS-1"])
    #expect(try found("kind=project") == [])
    #expect(try found("assignee=me") == [])
    #expect(try server.get("/browse?domainId=OPS&status=nope", ann).status == 422)
    #expect(try server.get("/browse?sort=key", ann).status == 400)
    #expect(try server.get("/browse?cursor=nonsense", ann).status == 400)
  }

  @Test func `Comments are internal`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    let made = try server.post("/browse/OPS-1/comments", ann, #"{"body": "Done soon."}"#)
    #expect(made.status == 201)
    #expect(made["visibility"] == "internal")
    let external = try server.post(
      "/browse/OPS-1/comments", ann, #"{"body": "For all.", "visibility": "external"}"#)
    #expect(external.status == 422)
    let list = try server.get("/browse/OPS-1/comments", ann)
    #expect(list["items.0.body"] == "Done soon.")
    #expect(list["items.1.body"] == nil)
  }

  @Test(arguments: [
    (#"{"values": {"nope": "x"}}"#, 422, "UNKNOWN_FIELD"),
    (#"{"values": {"risk": "medium"}}"#, 422, "INVALID_VALUE"),
    (#"{"values": {"size": "three"}}"#, 422, "INVALID_VALUE"),
    (#"{"values": {"size": true}}"#, 400, nil), (#"{"value": {}}"#, 400, nil),
    (#"{"values": {"size": 3, "risk": "medium"}}"#, 422, "INVALID_VALUE"),
  ])
  func `Custom fields take what they ask for, all of it or nothing`(
    body: String, status: Int, rule: String?
  ) throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    let reply = try server.post("/browse/OPS-1/custom-fields", ann, body)
    #expect(reply.status == status)
    #expect(reply["error.details.rule"] == rule)
    let values = try server.get("/browse/OPS-1/custom-fields", ann)
    #expect(values["values"] == "{}")
    #expect(values["fields.2.options"] == #"["low","high"]"#)
  }

  @Test func `A gate takes only its own items, out of its own stage`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    let early = try server.post(
      "/browse/OPS-1/stage-gates/ready/progress", ann, #"{"acknowledged": true}"#)
    #expect(early["error.details.rule"] == "GATE_ELSEWHERE")
    _ = try server.post("/browse/OPS-1/claim", ann)
    let unknown = try server.post(
      "/browse/OPS-1/stage-gates/ready/progress", ann, #"{"checklist": ["tests", "nope"]}"#)
    #expect(unknown.status == 422)
    #expect(unknown["error.details.known"] == #"["tests","docs"]"#)
    let gate = try server.post("/browse/OPS-1/stage-gates/nope/progress", ann)
    #expect(gate["error.details.rule"] == "UNKNOWN_GATE")
    let target = try server.post(
      "/browse/OPS-1/stage-gates/ready/progress", ann,
      #"{"acknowledged": true, "checklist": ["tests", "docs"], "toStatus": "done"}"#)
    #expect(target.status == 422)
    // Nothing of a refused answer is kept.
    #expect(
      try server.get("/browse/OPS-1/transitions", ann)["availableStageGates.0.acknowledged"]
        == "false")
  }
}
