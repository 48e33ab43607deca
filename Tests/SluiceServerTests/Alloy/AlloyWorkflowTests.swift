import HTTPServer
import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AlloyWorkflowTests {
  @Test func `A definition is refused with every fault that it has`() throws {
    let world = try AlloyWorld()
    let reply = try world.ask(
      "POST", "/orgs/harbour/workflows",
      """
      {"name": "Bad", "enforcement": "sometimes", "statuses": [{"name": "A", "category": "begun"}],
       "transitions": [{"from": "A", "to": "B"}]}
      """)
    #expect(reply.status == 422)
    #expect(reply["error.code"] == "VALIDATION_ERROR")
    #expect(
      reply.lacks(
        """
        {"error": {"details": {"faults": [{"place": "enforcement", "message": "..."},
          {"place": "statuses[0].category", "message": "..."},
          {"place": "transitions[0].to", "message": "..."}]}}}
        """) == nil, "\(reply.text)")
  }

  @Test func `Enforcement that is left out is none`() throws {
    let world = try AlloyWorld()
    let made = try world.ask(
      "POST", "/orgs/harbour/workflows",
      #"{"name": "Free", "statuses": [{"name": "A", "category": "todo"}]}"#)
    #expect(made.status == 201)
    #expect(made["enforcement"] == "none")
    #expect(made.headers["ETag"] == "\"1\"")
    let twin = try world.ask(
      "POST", "/orgs/harbour/workflows",
      #"{"name": "Free", "statuses": [{"name": "A", "category": "todo"}]}"#)
    #expect(twin.status == 409)
  }

  @Test func `An edit that others overtook is a conflict`() throws {
    let world = try AlloyWorld()
    let id = try world.repairs()
    let first = try world.ask(
      "PATCH", "/workflows/\(id)", #"{"enforcement": "warn", "expected_revision": 1}"#)
    #expect(first["revision"] == "2")
    #expect(first.headers["ETag"] == "\"2\"")
    for (body, tag) in [(#"{"name": "R", "expected_revision": 1}"#, nil), (#"{"name": "R"}"#, "1")]
    {
      let reply = try world.ask(
        "PATCH", "/workflows/\(id)", body, headers: tag.map { ["If-Match": "\"\($0)\""] } ?? [:])
      #expect(reply.status == 409, "\(body)")
    }
    #expect(try world.ask("GET", "/workflows/\(id)")["name"] == "Repairs")
  }

  @Test func `A list of statuses replaces the former, and a mapping takes tickets along`() throws {
    let world = try AlloyWorld()
    let id = try world.repairs()
    let assigned = try world.ask(
      "PATCH", "/projects/HB", #"{"workflow_id": "\#(id)", "mapping": {"Backlog": "Seen"}}"#)
    #expect(assigned["workflow_id"] == id)
    let statuses = """
      "statuses": [{"name": "Noted", "category": "backlog"},
        {"name": "Afloat", "category": "done"}],
      "transitions": [{"from": "Noted", "to": "Afloat"}]
      """

    let stranding = try world.ask("PATCH", "/workflows/\(id)", "{\(statuses)}")
    #expect(stranding.status == 409)
    #expect(
      stranding.lacks(
        """
        {"error": {"code": "CONFLICT",
          "details": {"stranded": [{"project": "HB", "from": "Seen", "to": "Noted", "count": 1}]}}}
        """) == nil, "\(stranding.text)")

    let body = #"{\#(statuses), "mapping": {"Seen": "Noted"}}"#
    let tried = try world.ask("PATCH", "/workflows/\(id)?dry_run=true", body)
    #expect(
      tried.lacks(#"{"dry_run": true, "shifts": [{"from": "Seen", "to": "Noted", "count": 1}]}"#)
        == nil, "\(tried.text)")
    #expect(try world.ask("GET", "/tickets/HB-1")["status"] == "Seen")
    #expect(try world.ask("PATCH", "/workflows/\(id)", body).status == 200)
    #expect(try world.ask("GET", "/tickets/HB-1")["status"] == "Noted")
  }

  @Test func `A workflow in use is not deleted, and says who uses it`() throws {
    let world = try AlloyWorld()
    let id = try world.repairs()
    _ = try world.ask(
      "PATCH", "/projects/HB", #"{"workflow_id": "\#(id)", "map_suggested": true}"#)
    let reply = try world.ask("DELETE", "/workflows/\(id)")
    #expect(reply.status == 409)
    #expect(reply["error.details.projects.0"] == "HB")
    #expect(
      reply["error.next_command"] == "sluice project update HB --workflow-id none --dry-run")

    let cleared = try world.ask(
      "PATCH", "/projects/HB", #"{"workflow_id": null, "map_suggested": true}"#)
    #expect(cleared["workflow_id"] == nil)
    #expect(try world.ask("DELETE", "/workflows/\(id)").status == 204)
    #expect(try world.ask("GET", "/workflows/\(id)").status == 404)
  }

  @Test func `Members read workflows, and admins change them`() throws {
    let world = try AlloyWorld()
    let id = try world.repairs()
    let bob = try world.member("bob", "Member")
    let cid = try world.token(of: "cid")
    #expect(try world.ask(as: bob, "GET", "/workflows/\(id)")["name"] == "Repairs")
    #expect(try world.ask(as: bob, "PATCH", "/workflows/\(id)", #"{"name": "B"}"#).status == 403)
    #expect(try world.ask(as: bob, "DELETE", "/workflows/\(id)").status == 403)
    #expect(try world.ask(as: cid, "GET", "/workflows/\(id)").status == 404)
    #expect(try world.ask(as: cid, "DELETE", "/workflows/\(id)").status == 404)
    let near = try world.ask("PATCH", "/workflows/\(id)", #"{"enforcment": "warn"}"#)
    #expect(near.status == 400)
    #expect(near["error.details.faults.0.place"] == "enforcment")
  }
}
