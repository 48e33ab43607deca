import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AlloyTalkTests {
  @Test func `Comments come newest first, page by page`() throws {
    let world = try AlloyWorld()
    for word in ["one", "two", "three"] {
      let made = try world.ask("POST", "/tickets/HB-1/comments", #"{"text": "\#(word)"}"#)
      #expect(made.status == 201)
      #expect(
        made.lacks(#"{"author": "ann", "author_id": "...", "text": "\#(word)"}"#) == nil)
    }
    let first = try world.ask("GET", "/tickets/HB-1/comments?limit=2")
    #expect(
      first.lacks(#"{"items": [{"text": "three"}, {"text": "two"}], "has_more": true}"#) == nil,
      "\(first.text)")
    let rest = try world.ask(
      "GET", "/tickets/HB-1/comments?limit=2&cursor=\(first["next_cursor"] ?? "")")
    #expect(rest.lacks(#"{"items": [{"text": "one"}], "has_more": false}"#) == nil)
    #expect(try world.ask("GET", "/tickets/HB-1/comments?cursor=x").status == 400)
    #expect(try world.ask("POST", "/tickets/HB-1/comments", #"{"text": " "}"#).status == 422)
    #expect(try world.ask("POST", "/tickets/HB-1/comments", #"{"txt": "a"}"#).status == 400)
    let viewer = try world.member("bob", "Viewer")
    #expect(try world.ask(as: viewer, "GET", "/tickets/HB-1/comments").status == 200)
    #expect(
      try world.ask(as: viewer, "POST", "/tickets/HB-1/comments", #"{"text": "b"}"#).status == 403)
  }

  @Test func `Labels are added and removed one by one`() throws {
    let world = try AlloyWorld()
    let one = try world.ask("POST", "/tickets/HB-1/labels", #"{"label": "dry dock"}"#)
    #expect(one.lacks(#"{"labels": ["dry dock"]}"#) == nil)
    let more = try world.ask("POST", "/tickets/HB-1/labels", #"{"labels": ["anchor", "mast"]}"#)
    #expect(more.lacks(#"{"labels": ["anchor", "dry dock", "mast"]}"#) == nil)
    #expect(try world.ask("POST", "/tickets/HB-1/labels", "{}").status == 400)
    #expect(try world.ask("DELETE", "/tickets/HB-1/labels/dry%20dock").status == 204)
    #expect(try world.ask("DELETE", "/tickets/HB-1/labels/dry%20dock").status == 404)
    let list = try world.ask("GET", "/projects/HB/labels?limit=1")
    #expect(list.lacks(#"{"items": [{"name": "anchor"}], "has_more": true}"#) == nil)
    let rest = try world.ask("GET", "/projects/HB/labels?cursor=anchor")
    #expect(rest.lacks(#"{"items": [{"name": "mast"}], "has_more": false}"#) == nil)
    let some = try world.ask("GET", "/projects/HB/labels?prefix=M")
    #expect(some.lacks(#"{"items": [{"name": "mast"}]}"#) == nil)
  }

  @Test func `Activity tells what happened to a ticket and in a project`() throws {
    let world = try AlloyWorld()
    _ = try world.ask("POST", "/tickets/HB-1/transition", #"{"to_status": "Todo"}"#)
    _ = try world.ask("DELETE", "/tickets/HB-1")
    let project = try world.ask("GET", "/projects/HB/activity?limit=3")
    #expect(
      project.lacks(
        """
        {"items": [{"type": "ticket.deleted", "ticket": "HB-1"},
          {"type": "ticket.moved", "from": "Backlog", "to": "Todo", "actor": "ann",
           "actor_id": "..."},
          {"type": "ticket.created"}], "has_more": true, "limit": 3}
        """) == nil, "\(project.text)")
    let ticket = try world.ask("GET", "/tickets/\(world.ticket)/activity")
    #expect(ticket["items.0.type"] == "ticket.deleted")
    #expect(try world.ask("GET", "/tickets/HB-1").status == 404)
  }

  @Test func `A search goes through all projects that the caller sees`() throws {
    let world = try AlloyWorld()
    _ = try world.ask("POST", "/projects/ME/tickets", #"{"title": "Buy a buoy"}"#)
    let all = try world.ask("GET", "/search?q=buoy")
    #expect(
      all.lacks(#"{"items": [{"key": "HB-1"}, {"key": "ME-1"}], "has_more": false}"#) == nil,
      "\(all.text)")
    let first = try world.ask("GET", "/search?q=buoy&limit=1")
    #expect(first.lacks(#"{"items": [{"key": "HB-1"}], "has_more": true}"#) == nil, "\(first.text)")
    let next = try world.ask(
      "GET", "/search?q=buoy&limit=1&cursor=\(first["next_cursor"] ?? "")")
    #expect(next.lacks(#"{"items": [{"key": "ME-1"}]}"#) == nil, "\(next.text)")
    let own = try world.ask("GET", "/search?q=buoy&org_id=harbour")
    #expect(own.lacks(#"{"items": [{"key": "HB-1"}]}"#) == nil)
    let one = try world.ask("GET", "/search?q=repl&project_id=hb")
    #expect(one.lacks(#"{"items": [{"key": "HB-1"}], "has_more": false}"#) == nil)
    #expect(try world.ask("GET", "/search").status == 400)

    let bob = try world.token(of: "bob")
    #expect(try world.ask(as: bob, "GET", "/search?q=buoy").lacks(#"{"items": []}"#) == nil)
    for place in ["org_id=harbour", "project_id=HB", "project_id=\(world.project)"] {
      #expect(try world.ask(as: bob, "GET", "/search?q=buoy&\(place)").status == 404, "\(place)")
    }
  }
}
