import HTTPServer
import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct AlloyMoveTests {
  /// A world whose project follows the workflow `Repairs`.
  private func world(_ enforcement: String, gate: String = "") throws -> AlloyWorld {
    let world = try AlloyWorld()
    let id = try world.repairs(enforcement, gate: gate)
    _ = try world.ask(
      "PATCH", "/projects/HB", #"{"workflow_id": "\#(id)", "map_suggested": true}"#)
    return world
  }

  @Test func `What was answered before is not for a token that may only read`() throws {
    let world = try AlloyWorld()
    let reading = try world.ask("POST", "/auth/api-keys", #"{"name": "look", "scope": "read"}"#)
    let remark = { (token: String) in
      try world.ask(
        as: token, "POST", "/tickets/HB-1/comments", #"{"text": "Ahoy"}"#,
        headers: ["Idempotency-Key": "k1"]
      ).status
    }
    #expect(try remark(world.ann) == 201)
    #expect(try remark(reading["key"] ?? "") == 403)
    #expect(try remark(world.ann) == 201)
  }

  @Test func `A strict workflow refuses what is no transition, and says what is`() throws {
    let world = try world("strict")
    let refused = try world.ask(
      "POST", "/tickets/HB-1/transition", #"{"to_status": "Afloat"}"#)
    #expect(refused.status == 422)
    #expect(
      refused.lacks(
        """
        {"error": {"code": "VALIDATION_ERROR", "message": "...", "details": {
          "rule": "NO_TRANSITION", "from": "Seen", "to": "Afloat", "allowed": ["Mending"]}}}
        """) == nil, "\(refused.text)")
    #expect(try world.ask("GET", "/tickets/HB-1")["status"] == "Seen")
    let moves = try world.ask("GET", "/tickets/HB-1/transitions")
    #expect(
      moves.lacks(
        """
        {"current_status": "Seen", "enforcement": "strict",
         "available": [{"name": "Mending", "category": "in_progress"}],
         "blocked": [{"name": "Afloat", "rule": "NO_TRANSITION", "reason": "...",
           "next_step": "...", "details": {"allowed": ["Mending"]}}]}
        """) == nil, "\(moves.text)")
  }

  @Test func `A workflow that warns lets it pass with a warning`() throws {
    let world = try world("warn")
    let moved = try world.ask("POST", "/tickets/HB-1/transition", #"{"to_status": "Afloat"}"#)
    #expect(moved.status == 200)
    #expect(
      moved.lacks(
        """
        {"id": "\(world.ticket)", "status": "Afloat",
         "warning": "Seen has no transition to Afloat."}
        """) == nil, "\(moved.text)")
    let legal = try world.ask("POST", "/tickets/HB-1/transition", #"{"to_status": "Afloat"}"#)
    #expect(legal["warning"] == nil)
    let history = try world.ask("GET", "/tickets/HB-1/activity?limit=1")
    #expect(history["items.0.warning"] == "Seen has no transition to Afloat.")
  }

  @Test func `A gate is in the way until all that it asks for is there`() throws {
    let world = try world(
      "none",
      gate: """
        , "stages": [{"key": "dock", "statuses": ["Seen", "Mending"]},
            {"key": "sea", "statuses": ["Afloat"]}],
          "gates": [{"key": "dry", "name": "Dry inside", "from": "dock", "to": "sea",
            "required_fields": ["depth"]}],
          "fields": [{"key": "depth", "name": "Depth", "type": "number"}]
        """)
    let refused = try world.ask("POST", "/tickets/HB-1/transition", #"{"to_status": "Afloat"}"#)
    #expect(refused.status == 422)
    #expect(
      refused.lacks(
        """
        {"error": {"details": {"rule": "GATE_UNMET", "from": "Seen", "to": "Afloat", "gates": [
          {"key": "dry", "unmet": [{"type": "field", "key": "depth"}]}]},
          "next_command": "sluice ticket show HB-1"}}
        """) == nil, "\(refused.text)")
    #expect(
      try world.ask("GET", "/tickets/HB-1/transitions")["blocked.0.rule"] == "GATE_UNMET")

    let passed = try world.ask(
      "PATCH", "/tickets/HB-1", #"{"fields": {"depth": 2.5}, "status": "Afloat"}"#)
    #expect(passed["status"] == "Afloat")
    #expect(try world.ask("GET", "/tickets/HB-1")["fields.depth"] == "2.5")
  }

  @Test func `A move may name the status and the version that it expects`() throws {
    let world = try AlloyWorld()
    let moved = try world.ask(
      "POST", "/tickets/\(world.ticket)/transition",
      #"{"to_status": "Todo", "expected_status": "Backlog", "expected_version": 1}"#)
    #expect(moved.headers["ETag"] == "\"2\"")
    let late = try world.ask(
      "POST", "/tickets/HB-1/transition",
      #"{"to_status": "Done", "expected_status": "Backlog"}"#)
    #expect(late.status == 409)
    #expect(
      late["error.message"] == "HB-1 has changed meanwhile: it is in Todo, not Backlog.")
    let tagged = try world.ask(
      "POST", "/tickets/HB-1/transition", #"{"to_status": "Done"}"#,
      headers: ["If-Match": "\"1\""])
    #expect(tagged.status == 409)
    let unknown = try world.ask("POST", "/tickets/HB-1/transition", #"{"to_status": "Dun"}"#)
    #expect(unknown.status == 422)
    #expect(unknown["error.details.known.4"] == "Done")
    #expect(unknown["error.next_command"] == "sluice ticket transitions HB-1")
    #expect(try world.ask("POST", "/tickets/HB-1/transition", #"{"to": "Done"}"#).status == 400)
  }

  @Test func `A move that is sent twice with one key is made once`() throws {
    let world = try AlloyWorld()
    let send = {
      try world.ask(
        "POST", "/tickets/HB-1/transition", #"{"to_status": "Todo"}"#,
        headers: ["Idempotency-Key": "k1"])
    }
    let first = try send()
    let second = try send()
    #expect(second.json == first.json)
    #expect(first["version"] == "2")
    #expect(try world.ask("GET", "/tickets/HB-1")["version"] == "2")
  }
}
