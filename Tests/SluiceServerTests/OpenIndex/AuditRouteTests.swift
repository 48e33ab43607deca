import HTTPServer
import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AuditRouteTests {
  @Test func `What has happened is told newest first, as far as the caller sees`()
    throws
  {
    let server = try TestServer()
    let (ann, bob) = (try server.token(of: "ann"), try server.token(of: "bob"))
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    _ = try server.post("/domains/OPS/members", ann, #"{"userId": "bob", "role": "member"}"#)
    try server.makeTask("Secret", in: "ME", token: ann)
    _ = try server.post("/browse/OPS-1/claim", bob, #"{"agentId": "claude-1"}"#)
    try server.makeTask("Bob's own", in: "ME", token: bob)

    let seen = { (token: String, query: String) in
      let page = try server.get("/audit?\(query)", token)
      return (0..<50).compactMap { index in
        page["items.\(index).eventType"].map {
          "\($0) \(page["items.\(index).workItemKey"] ?? page["items.\(index).domainKey"] ?? "")"
        }
      }
    }
    #expect(
      try seen(bob, "").prefix(4) == [
        "work_item.created ME-1", "work_item.status_changed OPS-1", "agent.claimed OPS-1",
        "work_item.created OPS-1",
      ])
    #expect(
      try seen(ann, "workItemKey=OPS-1") == [
        "work_item.status_changed OPS-1", "agent.claimed OPS-1", "work_item.created OPS-1",
      ])
    #expect(try seen(ann, "domainId=OPS&userId=bob").count == 2)
    #expect(try seen(ann, "eventType=agent.claimed") == ["agent.claimed OPS-1"])
    #expect(try seen(ann, "before=2023-11-14T22:13:20Z") == [])
    #expect(try server.get("/audit?eventType=agent.slept", ann).status == 400)
    #expect(try server.get("/audit?after=yesterday", ann).status == 400)
    #expect(try server.get("/audit?workItemKey=NIX-1", ann).status == 404)
    #expect(try server.get("/audit?domainId=OPS", try server.token(of: "eve")).status == 404)
  }

  @Test func `Pages of several organizations hold every event once, in order`() throws {
    let server = try TestServer()
    let (ann, bob) = (try server.token(of: "ann"), try server.token(of: "bob"))
    try server.makeOPS(ann)
    _ = try server.post("/domains/OPS/members", ann, #"{"userId": "bob", "role": "member"}"#)
    for number in 1...5 {
      try server.makeTask("Number \(number)", in: number % 2 == 0 ? "ME" : "OPS", token: bob)
    }
    var keys: [String] = []
    var cursor: String?
    repeat {
      let page = try server.get(
        "/audit?eventType=work_item.created&limit=2" + (cursor.map { "&cursor=\($0)" } ?? ""), bob)
      keys += (0..<2).compactMap { page["items.\($0).workItemKey"] }
      cursor = page["nextCursor"]
    } while cursor != nil
    #expect(keys == ["OPS-3", "ME-2", "OPS-2", "ME-1", "OPS-1"])
  }

  @Test func `History is given as a file, in which no cell is a formula`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeTask("One", in: "ME", token: ann)
    _ = try server.patch("/browse/ME-1", ann, #"{"title": "=HYPERLINK(\"x\")"}"#)
    let table = try server.get("/audit/export?format=csv&workItemKey=ME-1", ann)
    #expect(table.headers["Content-Disposition"] == "attachment; filename=\"audit.csv\"")
    let lines = table.text.split(separator: "\r\n")
    #expect(lines.count == 3)
    #expect(lines[1].contains(#""work_item.edited""#))
    #expect(lines[1].contains(#""'=HYPERLINK(""x"")""#))
    let file = try server.get("/audit/export?workItemKey=ME-1", ann)
    #expect(file["items.1.eventType"] == "work_item.created")
  }

  @Test func `Counts are of what the caller sees`() throws {
    let server = try TestServer()
    let (ann, bob) = (try server.token(of: "ann"), try server.token(of: "bob"))
    try server.makeOPS(ann)
    try server.makeTask("One", token: ann)
    try server.makeTask("Two", in: "ME", #", "executionTarget": "human""#, token: ann)
    let counts = try server.get("/stats", ann)
    #expect(counts["domains"] == "2")
    #expect(counts["workItems"] == "2")
    #expect(counts["byStatus"]?.contains(#""todo":1"#) == true)
    #expect(counts["agentQueue"] == #"{"depth":1,"exact":true}"#)
    #expect(try server.get("/stats?domainId=OPS", ann)["workItems"] == "1")
    #expect(try server.get("/stats", bob)["workItems"] == "0")
  }
}
