import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AlloyMemberTests {
  @Test func `Admins let people in, and nobody gives a role above their own`() throws {
    let world = try AlloyWorld()
    let bob = try world.member("bob", "admin")
    _ = try world.token(of: "cid")
    let added = try world.ask(
      as: bob, "POST", "/orgs/harbour/members",
      #"{"email": "CID@example.org", "role": "Reporter"}"#)
    #expect(added.status == 201)
    #expect(added.lacks(#"{"handle": "cid", "display_name": "cid", "role": "Reporter"}"#) == nil)
    let again = try world.ask(
      "POST", "/orgs/harbour/members", #"{"handle": "cid", "role": "Admin"}"#)
    #expect(again.status == 409)
    let owner = try world.ask(as: bob, "PATCH", "/orgs/harbour/members/cid", #"{"role": "Owner"}"#)
    #expect(owner.status == 403)
    for (method, body) in [("PATCH", #"{"role": "Viewer"}"#), ("DELETE", "")] {
      #expect(try world.ask(as: bob, method, "/orgs/harbour/members/ann", body).status == 403)
    }
    let raised = try world.ask(as: bob, "PATCH", "/orgs/harbour/members/cid", #"{"role": "admin"}"#)
    #expect(raised["role"] == "Admin")
    let list = try world.ask("GET", "/orgs/harbour/members")
    #expect(
      list.lacks(
        """
        {"items": [{"handle": "ann", "role": "Owner"}, {"handle": "bob", "role": "Admin"},
          {"handle": "cid", "role": "Admin"}], "has_more": false}
        """) == nil, "\(list.text)")
    #expect(!list.text.contains("@"))
  }

  @Test func `The last owner stays one`() throws {
    let world = try AlloyWorld()
    let demoted = try world.ask("PATCH", "/orgs/harbour/members/ann", #"{"role": "Admin"}"#)
    #expect(demoted.status == 409)
    #expect(demoted["error.message"] == "ann is the last owner of this organization.")
    #expect(try world.ask("DELETE", "/orgs/harbour/members/me").status == 409)
    let bob = try world.member("bob", "Owner")
    #expect(try world.ask("DELETE", "/orgs/harbour/members/me").status == 204)
    #expect(try world.ask("GET", "/orgs/harbour").status == 404)
    #expect(try world.ask(as: bob, "GET", "/orgs/harbour")["role"] == "Owner")
  }

  @Test func `A member who is removed sees nothing any more`() throws {
    let world = try AlloyWorld()
    let bob = try world.member("bob", "Member")
    #expect(try world.ask(as: bob, "GET", "/tickets/HB-1").status == 200)
    #expect(try world.ask(as: bob, "DELETE", "/orgs/harbour/members/ann").status == 403)
    #expect(try world.ask("DELETE", "/orgs/harbour/members/bob").status == 204)
    #expect(try world.ask(as: bob, "GET", "/tickets/HB-1").status == 404)
    #expect(try world.ask("DELETE", "/orgs/harbour/members/bob").status == 404)
    #expect(try world.ask("DELETE", "/orgs/harbour/members/nobody").status == 404)
  }

  @Test func `A project has members of its own, who see nothing else`() throws {
    let world = try AlloyWorld()
    let bob = try world.guest("bob", "Member")
    let list = try world.ask(as: bob, "GET", "/projects/HB/members")
    #expect(list.lacks(#"{"items": [{"handle": "bob", "role": "Member"}]}"#) == nil)
    #expect(try world.ask(as: bob, "GET", "/orgs/harbour/members").status == 404)
    _ = try world.token(of: "cid")
    let admin = try world.ask(
      as: bob, "POST", "/projects/HB/members", #"{"handle": "cid", "role": "Admin"}"#)
    #expect(admin.status == 403)
    let viewer = try world.ask(
      as: bob, "POST", "/projects/HB/members", #"{"handle": "cid", "role": "Viewer"}"#)
    #expect(viewer.status == 201)
    #expect(try world.ask(as: bob, "DELETE", "/projects/HB/members/me").status == 204)
    #expect(try world.ask(as: bob, "GET", "/projects/HB").status == 404)
    #expect(
      try world.ask("PATCH", "/projects/HB/members/cid", #"{"role": "Member"}"#)["role"] == "Member"
    )
    #expect(try world.ask("DELETE", "/projects/HB/members/cid").status == 204)
    #expect(try world.ask("DELETE", "/projects/HB/members/cid").status == 404)
  }

  @Test func `A token for some projects decides nothing about who belongs where`() throws {
    let world = try AlloyWorld()
    let bob = try world.guest("bob", "Member")
    let key =
      try world.ask(
        as: bob, "POST", "/auth/api-keys",
        #"{"name": "one", "allowed_project_ids": ["\#(world.project)"]}"#)["key"] ?? ""
    #expect(try world.ask(as: key, "GET", "/projects/HB").status == 200)
    #expect(
      try world.ask(as: key, "GET", "/projects").lacks(#"{"items": [{"key": "HB"}]}"#) == nil)
    for (method, path, body) in [
      ("POST", "/orgs", #"{"name": "Mine"}"#), ("DELETE", "/projects/HB/members/me", ""),
      ("POST", "/projects/HB/members", #"{"handle": "ann", "role": "Viewer"}"#),
    ] {
      #expect(try world.ask(as: key, method, path, body).status == 403, "\(method) \(path)")
    }
  }

  @Test func `A member is named once, and has a role that there is`() throws {
    let world = try AlloyWorld()
    let bodies = [
      (#"{"role": "Viewer"}"#, 400),
      (#"{"handle": "ann", "email": "a@b.c", "role": "Viewer"}"#, 400),
      (#"{"handle": "nobody", "role": "Viewer"}"#, 404),
      (#"{"handle": "ann", "role": "King"}"#, 400),
    ]
    for (body, status) in bodies {
      #expect(try world.ask("POST", "/orgs/harbour/members", body).status == status, "\(body)")
    }
  }

  @Test func `An invitation lets one person register and become a member`() throws {
    let world = try AlloyWorld()
    let made = try world.ask(
      "POST", "/orgs/harbour/invites", #"{"role": "Reporter", "email": "Bob@example.org"}"#)
    #expect(made.status == 201)
    #expect(made.lacks(#"{"email": "bob@example.org", "role": "Reporter"}"#) == nil, "\(made.text)")
    let code = made["code"] ?? ""
    #expect(code.hasPrefix("slu_in_"))
    let list = try world.ask("GET", "/orgs/harbour/invites")
    #expect(list["items.0.id"] == made["id"])
    #expect(!list.text.contains(code))

    let joined = try world.server.ask(
      "POST", "/api/v1/auth/register",
      """
      {"email": "bob@example.org", "password": "correct horse", "display_name": "Bob",
       "invite_code": "\(code)"}
      """)
    #expect(joined.status == 201, "\(joined.text)")
    let role = try world.ask(as: joined["access_token"] ?? "", "GET", "/orgs/harbour")["role"]
    #expect(role == "Reporter")
    #expect(try world.ask("GET", "/orgs/harbour/invites").lacks(#"{"items": []}"#) == nil)
  }

  @Test func `An invitation is revoked by an admin, and nobody else's`() throws {
    let world = try AlloyWorld()
    let bob = try world.member("bob", "Member")
    #expect(try world.ask(as: bob, "POST", "/orgs/harbour/invites", "{}").status == 403)
    let id =
      try world.ask("POST", "/orgs/harbour/invites", #"{"email": "cid@example.org"}"#)["id"] ?? ""
    #expect(try world.ask("GET", "/orgs/harbour/invites").text.contains("cid@example.org"))
    #expect(!(try world.ask(as: bob, "GET", "/orgs/harbour/invites").text.contains("cid@")))
    #expect(try world.ask(as: bob, "DELETE", "/orgs/harbour/invites/\(id)").status == 403)
    #expect(try world.ask("DELETE", "/orgs/ann/invites/\(id)").status == 404)
    #expect(try world.ask("DELETE", "/orgs/harbour/invites/\(id)").status == 204)
    #expect(try world.ask("DELETE", "/orgs/harbour/invites/\(id)").status == 404)
  }
}
