import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AlloyProjectTests {
  @Test func `A project is found by id, and by key in any case`() throws {
    let world = try AlloyWorld()
    for name in [world.project, "HB", "hb"] {
      let reply = try world.ask("GET", "/projects/\(name)")
      #expect(
        reply.lacks(#"{"key": "HB", "ticket_counter": 1, "org_id": "\#(world.organization)"}"#)
          == nil, "\(name)")
    }
    let missing = try world.ask("GET", "/projects/HX")
    #expect(missing.status == 404)
    #expect(missing["error.next_command"] == "sluice project list")
  }

  @Test func `Lists hold what the caller sees, of one organization or of all`() throws {
    let world = try AlloyWorld()
    let all = try world.ask("GET", "/projects")
    #expect(all.lacks(#"{"items": [{"key": "HB"}, {"key": "ME"}]}"#) == nil, "\(all.text)")
    let own = try world.ask("GET", "/projects?org_id=\(world.organization)&limit=20")
    #expect(own.lacks(#"{"items": [{"key": "HB"}], "limit": 20}"#) == nil)
    let first = try world.ask("GET", "/projects?limit=1")
    let second = try world.ask("GET", "/projects?limit=1&cursor=\(first["next_cursor"] ?? "")")
    #expect(second.lacks(#"{"items": [{"key": "ME"}], "has_more": false}"#) == nil)

    let bob = try world.token(of: "bob")
    #expect(try world.ask(as: bob, "GET", "/projects?org_id=harbour").status == 404)
    #expect(try world.ask(as: bob, "GET", "/projects").lacks(#"{"items": [{"key": "ME"}]}"#) == nil)
    let guest = try world.guest("cid", "Viewer")
    let seen = try world.ask(as: guest, "GET", "/projects?org_id=harbour")
    #expect(seen.lacks(#"{"items": [{"key": "HB"}]}"#) == nil, "\(seen.text)")
  }

  @Test func `A key that several organizations have is no name, but for one's own`() throws {
    let world = try AlloyWorld()
    _ = try world.ask("POST", "/orgs", #"{"name": "Port", "slug": "port"}"#)
    let other = try world.ask(
      "POST", "/projects", #"{"org_id": "port", "key": "HB", "name": "Berths"}"#)
    #expect(other.status == 201)
    for path in ["/projects/HB", "/tickets/HB-1"] {
      let reply = try world.ask("GET", path)
      #expect(reply.status == 409, "\(path)")
      #expect(reply["error.code"] == "AMBIGUOUS_KEY", "\(path)")
      #expect(reply.text.contains(world.organization), "\(path)")
    }
    #expect(try world.ask("GET", "/projects/\(other["id"] ?? "")")["name"] == "Berths")
    let bob = try world.member("bob", "Member")
    #expect(try world.ask(as: bob, "GET", "/projects/HB")["name"] == "Moorings")
    _ = try world.ask("POST", "/projects", #"{"org_id": "ann", "key": "HB", "name": "Mine"}"#)
    #expect(try world.ask("GET", "/projects/HB")["name"] == "Mine")
  }

  @Test func `A project is made with a workflow, or with what is refused`() throws {
    let world = try AlloyWorld()
    let id = try world.repairs()
    let made = try world.ask(
      "POST", "/projects",
      #"{"org_id": "harbour", "key": "fl", "name": "Fleet", "workflow_id": "\#(id)"}"#)
    #expect(made.status == 201)
    #expect(made.lacks(#"{"key": "FL", "workflow_id": "\#(id)", "ticket_counter": 0}"#) == nil)
    let ticket = try world.ask("POST", "/projects/FL/tickets", #"{"title": "Rope"}"#)
    #expect(ticket["status"] == "Seen")

    let refusals = [
      (#"{"org_id": "harbour", "key": "HB", "name": "Again"}"#, 409),
      (#"{"org_id": "harbour", "key": "no key", "name": "Again"}"#, 422),
      (#"{"org_id": "harbour", "key": "NW", "name": "New", "workflow_id": "Nothing"}"#, 404),
      (#"{"org_id": "nowhere", "key": "NW", "name": "New"}"#, 404),
      (#"{"key": "NW", "name": "New"}"#, 400),
    ]
    for (body, status) in refusals {
      #expect(try world.ask("POST", "/projects", body).status == status, "\(body)")
    }
  }

  @Test func `A workflow that would strand tickets needs a mapping, and may be tried`() throws {
    let world = try AlloyWorld()
    let id = try world.repairs()
    _ = try world.ask("PATCH", "/tickets/HB-1", #"{"status": "InReview"}"#)
    let stranding = try world.ask("PATCH", "/projects/HB", #"{"workflow_id": "\#(id)"}"#)
    #expect(stranding.status == 409)
    #expect(stranding["error.details.stranded.0.from"] == "InReview")

    let body = #"{"workflow_id": "\#(id)", "mapping": {"InReview": "Mending"}}"#
    let tried = try world.ask("PATCH", "/projects/HB?dry_run=true", body)
    #expect(
      tried.lacks(
        """
        {"dry_run": true, "workflow_id": "\(id)",
         "shifts": [{"from": "InReview", "to": "Mending", "count": 1}]}
        """) == nil, "\(tried.text)")
    #expect(try world.ask("GET", "/projects/HB")["workflow_id"] == nil)
    #expect(try world.ask("PATCH", "/projects/HB", body)["workflow_id"] == id)
    #expect(try world.ask("GET", "/tickets/HB-1")["status"] == "Mending")
  }

  @Test func `Members edit projects, and admins delete them when they are empty`() throws {
    let world = try AlloyWorld()
    let bob = try world.member("bob", "Member")
    let cid = try world.member("cid", "Viewer")
    #expect(try world.ask(as: cid, "PATCH", "/projects/HB", #"{"name": "C"}"#).status == 403)
    #expect(try world.ask(as: bob, "PATCH", "/projects/HB", #"{"name": "B"}"#)["name"] == "B")
    #expect(try world.ask(as: bob, "DELETE", "/projects/HB").status == 403)
    let full = try world.ask("DELETE", "/projects/HB")
    #expect(full.status == 409)
    #expect(full["error.message"] == "Project HB has 1 ticket.")
    #expect(try world.ask("DELETE", "/tickets/HB-1").status == 204)
    #expect(try world.ask("DELETE", "/projects/HB").status == 204)
    #expect(try world.ask("GET", "/projects/HB").status == 404)
  }
}
