import ServerWalks
import SluiceCore
import Testing

@testable import SluiceServer

/// The page “How transitions work”, step by step.
@Suite struct TransitionWalkTests {
  @Test func `An item goes from its first status to its last as the page tells`() throws {
    let server = try TestServer()
    #expect(try TransitionPage.walk.faults(server.answer) == [])
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
