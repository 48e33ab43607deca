import SluiceCore
import Testing

@testable import SluiceServer

/// The page “How transitions work”, step by step.
@Suite struct TransitionWalkTests {
  @Test func `An item goes from its first status to its last as the page tells`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    let key = try server.makeTask("Rotate the keys", token: ann)
    #expect(key == "OPS-1")

    // Read current state.
    let start = try server.get("/browse/OPS-1/transitions", ann)
    #expect(start.status == 200)
    #expect(start["currentStatus"] == "todo")
    #expect(start["allowedTransitions"] == #"["in_progress"]"#)
    #expect(start["terminalStatuses"] == #"["done"]"#)
    #expect(start["availableStageGates"] == "[]")

    // Claim the item.
    let claimed = try server.post("/browse/OPS-1/claim", ann, #"{"agentId": "claude-1"}"#)
    #expect(claimed.status == 200)
    #expect(claimed["status"] == "in_progress")
    #expect(claimed["activeAgentId"] == "claude-1")

    // Meet any requirements: the gate ahead asks for an acknowledgment and two items.
    let gates = try server.get("/browse/OPS-1/transitions", ann)
    #expect(gates["availableStageGates.0.key"] == "ready")
    #expect(gates["availableStageGates.0.acknowledgment"] == "I ran it on staging.")
    #expect(gates["availableStageGates.0.missing.0.key"] == "tests")
    let refused = try server.patch(
      "/browse/OPS-1", ann, #"{"status": "in_review", "agentId": "claude-1"}"#)
    #expect(refused.status == 422)
    #expect(refused["error.details.rule"] == "GATE_UNMET")
    #expect(refused["error.details.gates.0.key"] == "ready")

    // Advance through stage gates: what is answered is kept, what is missing is named.
    let partial = try server.post(
      "/browse/OPS-1/stage-gates/ready/progress", ann,
      #"{"acknowledged": true, "checklist": ["tests"], "agentId": "claude-1"}"#)
    #expect(partial.status == 200)
    #expect(partial["passed"] == "false")
    #expect(
      partial["missing"] == #"[{"key":"docs","text":"tick “Docs are written”","type":"checklist"}]"#
    )
    let passed = try server.post(
      "/browse/OPS-1/stage-gates/ready/progress", ann,
      #"{"checklist": ["docs"], "agentId": "claude-1"}"#)
    #expect(passed["passed"] == "true")
    #expect(passed["workItem.status"] == "in_review")

    // The next gate asks for a custom field; agent-context says so.
    let context = try server.get("/browse/OPS-1/agent-context?agentId=claude-1", ann)
    #expect(context["requiredFields.0.key"] == "acceptance_criteria")
    #expect(context["requiredFields.0.satisfied"] == "false")
    #expect(context["allowedExits.0.status"] == "in_progress")
    #expect(context["blockedExits.1.code"] == "GATE_UNMET")
    let values = try server.post(
      "/browse/OPS-1/custom-fields", ann,
      #"{"values": {"acceptance_criteria": "It works.", "size": 3}, "agentId": "claude-1"}"#)
    #expect(values.status == 200)
    #expect(values["values"] == #"{"acceptance_criteria":"It works.","size":3}"#)
    let done = try server.post(
      "/browse/OPS-1/stage-gates/accept/progress", ann,
      #"{"toStatus": "done", "agentId": "claude-1"}"#)
    #expect(done["passed"] == "true")
    #expect(done["workItem.resolution"] == "resolved")
    #expect(done["workItem.activeAgentId"] == nil)

    let story = try server.get("/browse/OPS-1/history", ann)
    #expect(story["items.0.eventType"] == "agent.released")
    #expect(story["items.1.eventType"] == "work_item.status_changed")
    #expect(story["items.1.from"] == "in_review")
    #expect(story["items.1.to"] == "done")
    #expect(story["items.1.agentId"] == "claude-1")
    #expect(story["items.1.user"] == "ann")
  }

  @Test func `Every exit that is told as blocked fails as told`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    try server.makeOPS(ann)
    try server.makeTask("Rotate the keys", token: ann)
    for status in ["in_progress"] {
      _ = try server.patch("/browse/OPS-1", ann, #"{"status": "\#(status)"}"#)
    }
    let context = try server.get("/browse/OPS-1/agent-context", ann)
    #expect(context["allowedExits"] == "[]")
    for index in 0..<4 {
      let status = context["blockedExits.\(index).status"] ?? ""
      let reply = try server.patch("/browse/OPS-1", ann, #"{"status": "\#(status)"}"#)
      #expect(reply.status == 422)
      #expect(reply["error.details.rule"] == context["blockedExits.\(index).code"])
      #expect(reply["error.message"] == context["blockedExits.\(index).reason"])
    }
  }

  @Test func `An item that is bound to a workflow keeps the revision it was made with`() throws {
    let server = try TestServer()
    let ann = try server.token(of: "ann")
    let workflow = try server.makeOPS(ann)
    try server.makeTask("Bound", #", "workflowId": "\#(workflow)""#, token: ann)
    try server.makeTask("Following", token: ann)
    let edit = try server.patch(
      "/workflows/\(workflow)", ann, #"{"transitions": [{"from": "todo", "to": "done"}]}"#)
    #expect(edit.status == 200)
    #expect(edit["revision"] == "2")

    let bound = try server.get("/browse/OPS-1", ann)
    #expect(bound["workflowBound"] == "true")
    #expect(bound["workflowRevision"] == "1")
    let moves = try server.get("/browse/OPS-1/transitions", ann)
    #expect(moves["allowedTransitions"] == #"["in_progress"]"#)
    let following = try server.get("/browse/OPS-2/transitions", ann)
    #expect(following["allowedTransitions"] == #"["done"]"#)

    let same = try server.patch("/browse/OPS-1", ann, #"{"workflowId": "\#(workflow)"}"#)
    #expect(same.status == 200)
    let other = try server.post("/workflows", ann, #"{"name": "Other"}"#)
    let refused = try server.patch(
      "/browse/OPS-1", ann, #"{"workflowId": "\#(other["id"] ?? "")"}"#)
    #expect(refused.status == 422)
    #expect(refused["error.details.rule"] == "WORKFLOW_FIXED")
  }
}
