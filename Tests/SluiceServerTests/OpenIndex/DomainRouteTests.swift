import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct DomainRouteTests {
  @Test func `A domain's key is the whole server's and never changes`() throws {
    let server = try TestServer()
    let (ann, bob) = (try server.token(of: "ann"), try server.token(of: "bob"))
    let made = try server.post(
      "/domains", ann, #"{"name": "Operations", "key": "ops", "description": "All of it"}"#)
    #expect(made.status == 201)
    #expect(made["key"] == "OPS")
    #expect(made["kind"] == "shared")
    #expect(made["role"] == "owner")
    let taken = try server.post("/domains", bob, #"{"name": "Other", "key": "OPS"}"#)
    #expect(taken.status == 409)
    #expect(try server.post("/domains", bob, #"{"name": "Me", "key": "ME"}"#).status == 409)
    #expect(try server.patch("/domains/OPS", ann, #"{"key": "NEW"}"#).status == 400)
    #expect(
      try server.patch("/domains/OPS", ann, #"{"description": null}"#)["description"] == "")
    let list = try server.get("/domains", ann)
    #expect((0..<3).compactMap { list["items.\($0).key"] } == ["ME", "OPS"])
  }

  @Test func `Roles of a domain decide who may do what, and strangers see nothing`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    let (bob, cid, dee) = (
      try server.token(of: "bob"), try server.token(of: "cid"), try server.token(of: "dee")
    )
    for (name, role) in [("bob", "viewer"), ("cid", "member"), ("dee", "admin")] {
      let added = try server.post(
        "/domains/OPS/members", ann, #"{"userId": "\#(name)", "role": "\#(role)"}"#)
      #expect(added.status == 201)
    }
    let eve = try server.token(of: "eve")
    let statuses = { (method: String, target: String, body: String) in
      try [bob, cid, dee, eve].map { try server.ask(method, target, token: $0, body).status }
    }
    #expect(try statuses("GET", "/browse/OPS-1", "") == [200, 200, 200, 404])
    #expect(
      try statuses("PATCH", "/browse/OPS-1", #"{"title": "T"}"#) == [403, 200, 200, 404])
    #expect(
      try statuses("PATCH", "/domains/OPS", #"{"name": "N"}"#) == [403, 403, 200, 404])
    #expect(
      try statuses("POST", "/browse", #"{"kind": "task", "title": "T", "domainId": "OPS"}"#)
        == [403, 201, 201, 404])
    #expect(try statuses("GET", "/domains/OPS/delete-preview", "") == [403, 403, 403, 404])
    #expect(try statuses("DELETE", "/browse/OPS-2", "") == [403, 403, 204, 404])
    let anonymous = try server.get("/browse/OPS-1")
    #expect(anonymous.status == 401)

    let members = try server.get("/domains/OPS/members", bob)
    let shown = (0..<4).map {
      "\(members["items.\($0).handle"] ?? "") \(members["items.\($0).role"] ?? "")"
    }
    #expect(shown == ["ann owner", "bob viewer", "cid member", "dee admin"])
    #expect(
      try server.post("/domains/OPS/members", ann, #"{"userId": "eve", "role": "owner"}"#).status
        == 400)
    #expect(
      try server.patch("/domains/OPS/members/ann", dee, #"{"role": "viewer"}"#).status == 409)
    #expect(
      try server.patch("/domains/OPS/members/bob", dee, #"{"role": "member"}"#)["role"]
        == "member")
    #expect(try server.delete("/domains/OPS/members/cid", dee).status == 204)
    #expect(try server.get("/browse/OPS-1", cid).status == 404)
  }

  @Test func `A domain is deleted with its items once that is confirmed, and its history stays`()
    throws
  {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    let workflow = try server.makeOPS(ann)
    _ = try server.token(of: "bob")
    try server.makeTask("Rotate the keys", token: ann)
    _ = try server.post(
      "/browse", ann, #"{"kind": "sub_task", "title": "One", "parentKey": "OPS-1"}"#)
    _ = try server.post("/domains/OPS/members", ann, #"{"userId": "bob", "role": "member"}"#)

    let preview = try server.get("/domains/OPS/delete-preview", ann)
    #expect(preview["workItems"] == "2")
    #expect(preview["workItemsByStatus"]?.contains(#""todo":2"#) == true)
    #expect(preview["members"] == "1")
    #expect(try server.delete("/domains/OPS", ann).status == 400)
    #expect(try server.delete("/domains/OPS?confirmCascade=false", ann).status == 400)
    #expect(try server.delete("/domains/OPS?confirmCascade=true", ann).status == 204)
    #expect(try server.get("/domains/OPS", ann).status == 404)
    #expect(try server.get("/browse/OPS-1", ann).status == 404)
    #expect(try server.get("/workflows/\(workflow)", ann).status == 200)
    let story = try server.get("/audit?eventType=work_item.deleted", ann)
    #expect((0..<2).compactMap { story["items.\($0).workItemKey"] } == ["OPS-1", "OPS-1.1"])
    #expect(try server.delete("/domains/ME?confirmCascade=true", ann).status == 409)
  }

  @Test
  func `A personal domain stays, whoever else owns its organization and whichever way they try`()
    throws
  {
    let server = try TestServer()
    let (ann, bob) = (try server.token(of: "ann"), try server.token(of: "bob"))
    let domain = try server.get("/domains/ME", ann)
    let (id, place) = (domain["id"] ?? "", domain["organizationId"] ?? "")
    #expect(
      try server.post(
        "/api/v1/orgs/\(place)/members", ann, #"{"handle": "bob", "role": "owner"}"#
      ).status == 201)
    #expect(try server.get("/domains/\(id)", bob)["kind"] == "personal")
    #expect(try server.delete("/domains/\(id)?confirmCascade=true", bob).status == 409)
    #expect(try server.delete("/api/v1/projects/\(id)", bob).status == 409)
    #expect(try server.delete("/api/v1/projects/ME", ann).status == 409)
    #expect(
      try server.post(
        "/api/v1/orgs/\(place)/engine/changes", bob,
        #"{"change": {"delete_project": {"project": "\#(id)"}}}"#
      ).status == 409)
    #expect(try server.get("/domains/ME", ann)["id"] == id)
    // Another project of that name is none that an account brought along.
    let shared = try server.post("/api/v1/orgs", ann, #"{"name": "Shared"}"#)["id"] ?? ""
    let other = try server.post(
      "/api/v1/projects", ann, #"{"org_id": "\#(shared)", "key": "ME", "name": "Metrics"}"#)
    #expect(try server.get("/domains/\(other["id"] ?? "")", ann)["kind"] == "shared")
    #expect(try server.delete("/api/v1/projects/\(other["id"] ?? "")", ann).status == 204)
  }

  @Test func `Items are taken along to another workflow, by a mapping if needed`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    let other =
      try server.post(
        "/workflows", ann,
        #"{"name": "Small", "statuses": [{"name": "open", "category": "todo"}]}"#)["id"] ?? ""
    let stranded = try server.ask(
      "PUT", "/domains/OPS/workflow", token: ann, #"{"workflowId": "\#(other)"}"#)
    #expect(stranded.status == 409)
    #expect(stranded["error.details.stranded.0.from"] == "todo")
    let mapped = try server.ask(
      "PUT", "/domains/OPS/workflow", token: ann,
      #"{"workflowId": "\#(other)", "mapping": {"todo": "open"}}"#)
    #expect(mapped.status == 200)
    #expect(mapped["workflowId"] == other)
    #expect(mapped["moved.0.count"] == "1")
    #expect(try server.get("/browse/OPS-1", ann)["status"] == "open")
  }

  @Test func `A key of several domains is asked back, and then named with its domain`() throws {
    let server = try TestServer()
    let (ann, bob) = (try server.token(of: "ann"), try server.token(of: "bob"))
    let cid = try server.token(of: "cid")
    var ids: [String] = []
    for (index, owner) in [ann, bob].enumerated() {
      // Keys are unique within an organization; on Alloy's routes others may have them too.
      let organization = try server.get("/domains/ME", owner)["organizationId"] ?? ""
      let made = try server.post(
        "/api/v1/projects", owner,
        #"{"org_id": "\#(organization)", "key": "OPS", "name": "Operations"}"#)
      ids.append(made["id"] ?? made.text)
      _ = try server.post(
        "/domains/\(ids[index])/members", owner, #"{"userId": "cid", "role": "member"}"#)
      try server.makeTask("Of \(index)", in: ids[index], token: owner)
    }
    let asked = try server.get("/browse/OPS-1", cid)
    #expect(asked.status == 409)
    #expect(asked["error.code"] == "AMBIGUOUS_KEY")
    #expect(Set((0..<2).map { asked["error.details.domains.\($0).id"] }) == Set(ids))
    for (index, id) in ids.enumerated() {
      #expect(try server.get("/browse/OPS-1?domainId=\(id)", cid)["title"] == "Of \(index)")
    }
    #expect(try server.get("/browse/OPS-1", ann)["title"] == "Of 0")
  }
}
