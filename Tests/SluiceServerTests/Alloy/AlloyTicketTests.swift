import HTTPServer
import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AlloyTicketTests {
  @Test func `A ticket is made with all that is said of it`() throws {
    let world = try AlloyWorld()
    _ = try world.member("bob", "Member")
    let made = try world.ask(
      "POST", "/projects/HB/tickets",
      """
      {"title": "Paint the hull", "priority": "uRGENT", "assignee": "bob", "status": "Todo",
       "labels": ["hull", "dry dock"], "due": "2031-05-01", "execution_target": "human"}
      """)
    #expect(made.status == 201)
    #expect(made.headers["ETag"] == "\"1\"")
    #expect(
      made.lacks(
        """
        {"key": "HB-2", "ticket_number": 2, "status": "Todo", "category": "todo",
         "priority": "Urgent", "assignee": "bob", "assignee_id": "...", "reporter": "ann",
         "reporter_id": "...", "labels": ["dry dock", "hull"], "due": "2031-05-01", "version": 1,
         "kind": "task"}
        """) == nil, "\(made.text)")
    let part = try world.ask(
      "POST", "/projects/HB/tickets",
      #"{"title": "Scrape it first", "kind": "sub_task", "parent": "HB-2"}"#)
    #expect(part["key"] == "HB-2.1")
    let got = try world.ask("GET", "/tickets/hb-2")
    #expect(got["id"] == made["id"])
    #expect(got.lacks(#"{"comments": [], "gates": [], "fields": {}, "available": "..."}"#) == nil)
  }

  @Test func `What a ticket may not be is refused by name`() throws {
    let world = try AlloyWorld()
    _ = try world.token(of: "bob")
    let refusals = [
      (#"{}"#, 400, "title"),
      (#"{"title": "A", "prio": "High"}"#, 400, "prio"),
      (#"{"title": "A", "labels": "x"}"#, 400, "labels"),
      (#"{"title": "A", "due": "soon"}"#, 400, "due"),
      (#"{"title": "A", "reporter_id": "ann"}"#, 400, "reporter_id"),
    ]
    for (body, status, place) in refusals {
      let reply = try world.ask("POST", "/projects/HB/tickets", body)
      #expect(reply.status == status, "\(body)")
      #expect(reply["error.details.faults.0.place"] == place, "\(body)")
    }
    let rules = [
      (#"{"title": " "}"#, "title"), (#"{"title": "A", "priority": "Huge"}"#, "priority"),
      (#"{"title": "A", "assignee": "nobody-here"}"#, "assignee"),
      (#"{"title": "A", "assignee": "bob"}"#, "assignee"),
    ]
    for (body, attribute) in rules {
      let reply = try world.ask("POST", "/projects/HB/tickets", body)
      #expect(reply.status == 422, "\(body)")
      #expect(reply["error.details.attribute"] == attribute, "\(body)")
    }
    let priority = try world.ask(
      "POST", "/projects/HB/tickets", #"{"title": "A", "priority": "1"}"#)
    #expect(
      priority["error.message"] == "A priority is Low, Medium, High, Urgent, not “1”.")
    #expect(priority["error.details.known.3"] == "Urgent")
  }

  @Test func `An edit changes what it names, and another status is a move`() throws {
    let world = try AlloyWorld()
    let bob = try world.member("bob", "Member")
    let me = try world.server.ask("GET", "/api/v1/auth/me", token: bob)["user_id"] ?? ""
    let edited = try world.ask(
      "PATCH", "/tickets/HB-1",
      #"{"priority": "low", "assignee_id": "\#(me)", "labels": ["sea"], "status": "Todo"}"#)
    #expect(
      edited.lacks(
        """
        {"priority": "Low", "assignee": "bob", "assignee_id": "\(me)", "labels": ["sea"],
         "status": "Todo", "title": "Replace the buoy"}
        """) == nil, "\(edited.text)")
    let cleared = try world.ask(
      "PATCH", "/tickets/HB-1", #"{"assignee_id": null, "labels": ["land"], "due": null}"#)
    #expect(cleared.lacks(#"{"assignee": null, "assignee_id": null, "labels": ["land"]}"#) == nil)

    let id = try world.repairs()
    _ = try world.ask(
      "PATCH", "/projects/HB", #"{"workflow_id": "\#(id)", "mapping": {"Todo": "Seen"}}"#)
    let refused = try world.ask(
      "PATCH", "/tickets/HB-1", #"{"title": "Jump", "status": "Afloat"}"#)
    #expect(refused.status == 422)
    #expect(
      refused.lacks(
        """
        {"error": {"code": "VALIDATION_ERROR", "details": {"rule": "NO_TRANSITION", "from": "Seen",
          "to": "Afloat", "allowed": ["Mending"]},
          "next_command": "sluice ticket explain HB-1 --to-status Afloat"}}
        """) == nil, "\(refused.text)")
    #expect(try world.ask("GET", "/tickets/HB-1")["title"] == "Replace the buoy")
  }

  @Test func `A change that others overtook is a conflict with the ticket as it is`() throws {
    let world = try AlloyWorld()
    let got = try world.ask("GET", "/tickets/HB-1")
    let tag = got.headers["ETag"] ?? ""
    let first = try world.ask(
      "PATCH", "/tickets/HB-1", #"{"title": "Mine"}"#, headers: ["If-Match": tag])
    #expect(first.status == 200)
    let second = try world.ask(
      "PATCH", "/tickets/HB-1", #"{"title": "Mine too"}"#, headers: ["If-Match": tag])
    #expect(second.status == 409)
    #expect(second["error.details.current.version"] == "2")
    #expect(second["error.next_command"] == "sluice ticket show HB-1")
    let third = try world.ask(
      "DELETE", "/tickets/HB-1", headers: ["If-Match": tag])
    #expect(third.status == 409)
    #expect(
      try world.ask("PATCH", "/tickets/HB-1", #"{"title": "So", "expected_version": 2}"#)["version"]
        == "3")
  }

  @Test func `Tickets are listed by status, person, label, urgency and words`() throws {
    let world = try AlloyWorld()
    for body in [
      #"{"title": "Oil the winch", "priority": "High", "labels": ["deck"], "assignee": "ann"}"#,
      #"{"title": "Oil the hinge", "priority": "Urgent", "labels": ["deck", "door"]}"#,
      #"{"title": "Count the ropes", "priority": "Low", "status": "Todo"}"#,
    ] {
      #expect(try world.ask("POST", "/projects/HB/tickets", body).status == 201)
    }
    let lists = [
      ("", ["HB-4", "HB-3", "HB-2", "HB-1"]), ("?status=Todo", ["HB-4"]),
      ("?assignee=me", ["HB-2"]), ("?assignee=none&label=deck", ["HB-3"]),
      ("?label=deck&label=door", ["HB-3"]), ("?priority=high", ["HB-2"]),
      ("?min_priority=High", ["HB-3", "HB-2"]), ("?q=oil+wi", ["HB-2"]),
    ]
    for (query, keys) in lists {
      let reply = try world.ask("GET", "/projects/HB/tickets\(query)")
      let expected = keys.map { "{\"key\": \"\($0)\"}" }.joined(separator: ", ")
      #expect(reply.lacks("{\"items\": [\(expected)]}") == nil, "\(query): \(reply.text)")
    }
    let page = try world.ask("GET", "/projects/HB/tickets?limit=3")
    #expect(page.lacks(#"{"has_more": true, "limit": 3}"#) == nil)
    let rest = try world.ask(
      "GET", "/projects/HB/tickets?limit=3&cursor=\(page["next_cursor"] ?? "")")
    #expect(rest.lacks(#"{"items": [{"key": "HB-1"}], "has_more": false}"#) == nil)
    let urgent = try world.ask("GET", "/projects/HB/tickets?limit=1&priority=High")
    #expect(urgent.lacks(#"{"items": [{"key": "HB-2"}], "has_more": false}"#) == nil)
    #expect(try world.ask("GET", "/projects/HB/tickets?state=Todo").status == 400)
    let status = try world.ask("GET", "/projects/HB/tickets?status=Tod")
    #expect(status.status == 422)
    #expect(status["error.details.known.1"] == "Todo")
  }

  @Test func `Who only reports does so where they belong, and edits what is theirs`() throws {
    let world = try AlloyWorld()
    let wide = try world.member("bob", "Reporter")
    #expect(
      try world.ask(as: wide, "POST", "/projects/HB/tickets", #"{"title": "A"}"#).status == 403)
    let cid = try world.guest("cid", "Reporter")
    let made = try world.ask(as: cid, "POST", "/projects/HB/tickets", #"{"title": "Leak"}"#)
    #expect(made.lacks(#"{"key": "HB-2", "reporter": "cid"}"#) == nil, "\(made.text)")

    let edits = [
      ("HB-2", #"{"title": "Big leak"}"#, 200), ("HB-2", #"{"status": "Done"}"#, 403),
      ("HB-2", #"{"assignee": "cid"}"#, 403), ("HB-2", #"{"reporter": "ann"}"#, 403),
      ("HB-2", #"{"labels": ["x"]}"#, 403), ("HB-1", #"{"title": "Not mine"}"#, 403),
    ]
    for (key, body, status) in edits {
      #expect(
        try world.ask(as: cid, "PATCH", "/tickets/\(key)", body).status == status, "\(key) \(body)")
    }
    let moves = [
      ("POST", "/tickets/HB-2/transition", #"{"to_status": "Done"}"#),
      ("DELETE", "/tickets/HB-2", ""),
      ("POST", "/tickets/HB-2/labels", #"{"label": "x"}"#),
    ]
    for (method, path, body) in moves {
      #expect(try world.ask(as: cid, method, path, body).status == 403, "\(path)")
    }
    #expect(
      try world.ask(as: cid, "POST", "/projects/HB/tickets", #"{"title": "B", "status": "Done"}"#)
        .status == 403)
    #expect(
      try world.ask(as: cid, "POST", "/tickets/HB-2/comments", #"{"text": "Wet."}"#).status == 201)
  }

  @Test func `What is another organization's is not there`() throws {
    let world = try AlloyWorld()
    let bob = try world.token(of: "bob")
    for name in ["HB-1", world.ticket] {
      for (method, path, body) in [
        ("GET", "", ""), ("PATCH", "", #"{"title": "B"}"#), ("DELETE", "", ""),
        ("POST", "/transition", #"{"to_status": "Done"}"#), ("GET", "/transitions", ""),
        ("GET", "/comments", ""), ("GET", "/activity", ""),
      ] {
        let reply = try world.ask(as: bob, method, "/tickets/\(name)\(path)", body)
        #expect(reply.status == 404, "\(method) \(name)\(path)")
        #expect(reply["error.message"] == "There is no ticket “\(name)”.")
      }
    }
    #expect(try world.server.ask("GET", "/api/v1/tickets/HB-1").status == 401)
  }
}
