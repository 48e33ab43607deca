import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AlloyOrganizationTests {
  @Test func `Whoever makes an organization owns it, and others do not see it`() throws {
    let world = try AlloyWorld()
    let bob = try world.token(of: "bob")

    let list = try world.ask("GET", "/orgs")
    #expect(list.lacks(#"{"items": [{"slug": "ann"}, {"slug": "harbour"}]}"#) == nil)
    #expect(list.lacks(#"{"next_cursor": null, "has_more": false, "limit": 50}"#) == nil)
    let got = try world.ask("GET", "/orgs/harbour")
    #expect(got["id"] == world.organization)
    #expect(got["role"] == "Owner")

    for path in ["/orgs/harbour", "/orgs/\(world.organization)", "/orgs/harbour/workflows"] {
      let reply = try world.ask(as: bob, "GET", path)
      #expect(reply.status == 404, "\(path)")
      #expect(reply["error.code"] == "NOT_FOUND", "\(path)")
    }
  }

  @Test func `A list goes on where its cursor says`() throws {
    let world = try AlloyWorld()
    let first = try world.ask("GET", "/orgs?limit=1")
    #expect(first.lacks(#"{"items": [{"slug": "ann"}], "has_more": true, "limit": 1}"#) == nil)
    let second = try world.ask("GET", "/orgs?limit=1&cursor=\(first["next_cursor"] ?? "")")
    #expect(second.lacks(#"{"items": [{"slug": "harbour"}], "has_more": false}"#) == nil)
    #expect(try world.ask("GET", "/orgs?limit=0").status == 400)
  }

  @Test func `Only an owner gives it another name or address`() throws {
    let world = try AlloyWorld()
    let bob = try world.member("bob", "Admin")
    let refused = try world.ask(as: bob, "PATCH", "/orgs/harbour", #"{"name": "Bob's"}"#)
    #expect(refused.status == 403)
    #expect(refused["error.code"] == "FORBIDDEN")

    let renamed = try world.ask("PATCH", "/orgs/harbour", #"{"name": "Port", "slug": "port"}"#)
    #expect(renamed.lacks(#"{"name": "Port", "slug": "port", "role": "Owner"}"#) == nil)
    #expect(try world.ask("GET", "/orgs/port").status == 200)
    #expect(try world.ask("GET", "/orgs/harbour").status == 404)
  }

  @Test func `An address that is taken, and one that is none`() throws {
    let world = try AlloyWorld()
    let taken = try world.ask("POST", "/orgs", #"{"name": "Other", "slug": "harbour"}"#)
    #expect(taken.status == 409)
    #expect(taken["error.message"] == "There is an organization “harbour” already.")
    let none = try world.ask("POST", "/orgs", #"{"name": "Other", "slug": "No Slug"}"#)
    #expect(none.status == 422)
    #expect(none["error.details.attribute"] == "slug")
    let unknown = try world.ask("POST", "/orgs", #"{"name": "Other", "slugg": "other"}"#)
    #expect(unknown.status == 400)
    #expect(unknown["error.details.faults.0.place"] == "slugg")
    #expect(
      unknown["error.details.faults.0.message"]
        == "This is not known here; did you mean “slug”?")
    let wrong = try world.ask("POST", "/orgs", #"{"name": 7}"#)
    #expect(wrong.status == 400)
    #expect(wrong["error.details.faults.0.message"] == "Expected a text, found a number.")
    let free = try world.ask("POST", "/orgs", #"{"name": "Harbour"}"#)
    #expect(free["slug"] == "harbour-2")
  }
}
