import SluiceCore
import Testing

@testable import SluiceServer

@Suite struct ClaimRouteTests {
  @Test func `One agent holds an item; another is told who, the same may claim again`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)

    let queue = try server.get("/browse/queue?agentId=claude-1", ann)
    #expect(queue["available.0.key"] == "OPS-1")
    #expect(queue["mine"] == "[]")
    let first = try server.post(
      "/browse/OPS-1/claim", ann, #"{"agentId": "claude-1", "toStatus": "in_progress"}"#)
    #expect(first.status == 200)
    let again = try server.post("/browse/OPS-1/claim", ann, #"{"agentId": "claude-1"}"#)
    #expect(again.status == 200)
    let other = try server.post("/browse/OPS-1/claim", ann, #"{"agentId": "gpt-1"}"#)
    #expect(other.status == 409)
    #expect(other["error.details.holder"] == "claude-1")
    #expect(other["error.details.rule"] == "CLAIMED")
    let mine = try server.get("/browse/queue?agentId=claude-1&domainId=OPS", ann)
    #expect(mine["available"] == "[]")
    #expect(mine["mine.0.key"] == "OPS-1")

    let stolen = try server.post("/browse/OPS-1/release", ann, #"{"agentId": "gpt-1"}"#)
    #expect(stolen.status == 409)
    let released = try server.post("/browse/OPS-1/release", ann, #"{"agentId": "claude-1"}"#)
    #expect(released["activeAgentId"] == nil)
    #expect(released["status"] == "in_progress")
  }

  @Test func `A claim without an agent is the caller's own`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    #expect(try server.post("/browse/OPS-1/claim", ann)["activeAgentId"] == "ann")
    #expect(try server.get("/browse/queue", ann)["mine.0.key"] == "OPS-1")
  }

  @Test func `What a person is to do is not for agents, who begin where work goes on`()
    throws
  {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("For people", #", "executionTarget": "human""#, token: ann)
    try server.makeTask("For anyone", token: ann)
    let human = try server.post("/browse/OPS-1/claim", ann, #"{"agentId": "claude-1"}"#)
    #expect(human.status == 422)
    #expect(human["error.details.rule"] == "NOT_FOR_AGENTS")
    let wrong = try server.post("/browse/OPS-2/claim", ann, #"{"toStatus": "in_review"}"#)
    #expect(wrong["error.details.rule"] == "NOT_IN_PROGRESS")
    #expect(try server.get("/browse/queue", ann)["available"]?.contains("OPS-1") == false)
  }

  @Test func `An agent-required stage is left only once a provider is active`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann, review: #", "agentRequired": true"#)
    try server.makeTask("Rotate the keys", token: ann)
    _ = try server.post("/browse/OPS-1/claim", ann, "{}")
    let entered = try server.post(
      "/browse/OPS-1/stage-gates/ready/progress", ann,
      #"{"acknowledged": true, "checklist": ["tests", "docs"]}"#)
    #expect(entered["passed"] == "true")
    #expect(entered["warnings"] != "[]")
    let answers = #"{"fields": {"acceptance_criteria": "It works."}, "toStatus": "done"}"#
    let blocked = try server.post("/browse/OPS-1/stage-gates/accept/progress", ann, answers)
    #expect(blocked.status == 422)
    #expect(blocked["error.details.rule"] == "ASSISTANT_MISSING")

    try server.makeAdministrator("ann")
    let made = try server.post(
      "/admin/ai/providers", ann,
      """
      {"name": "Helper", "type": "anthropic",
       "config": {"api_key": "very secret", "endpoint": "http://127.0.0.1:1/v1", "model": "m"}}
      """)
    #expect(made.status == 201)
    #expect(made["secrets"] == #"["api_key"]"#)
    #expect(!made.text.contains("very secret"))
    let passed = try server.post("/browse/OPS-1/stage-gates/accept/progress", ann, answers)
    #expect(passed["passed"] == "true")
    #expect(passed["workItem.status"] == "done")
  }
}
