/// The walk through OpenIndex's page “How transitions work”, step by step.
package enum TransitionPage {
  package static let walk = Walk(
    description: "OpenIndex's page on transitions", steps: places + start + gates + end)

  /// A workflow of three stages and an end: each step out of one of them meets a gate.
  package static func workflow(review: String = "") -> String {
    """
    {"name": "Delivery", "domain": "ME",
     "statuses": [
       {"name": "todo", "category": "todo"}, {"name": "in_progress", "category": "in_progress"},
       {"name": "in_review", "category": "in_review"},
       {"name": "awaiting_approval", "category": "in_review", "wipLimit": 9},
       {"name": "done", "category": "done"}],
     "transitions": [
       {"from": "todo", "to": "in_progress"}, {"from": "in_progress", "to": "in_review"},
       {"from": "in_review", "to": "awaiting_approval"}, {"from": "in_review", "to": "done"},
       {"from": "awaiting_approval", "to": "done"}, {"from": "in_review", "to": "in_progress"}],
     "stages": [
       {"key": "plan", "statuses": ["todo"]}, {"key": "build", "statuses": ["in_progress"]},
       {"key": "review", "name": "Review", "statuses": ["in_review", "awaiting_approval"]\(review)},
       {"key": "end", "statuses": ["done"]}],
     "gates": [
       {"key": "ready", "name": "Ready to review", "from": "build", "to": "review",
        "acknowledgment": "I ran it on staging.",
        "checklist": [{"key": "tests", "text": "Tests pass"},
                      {"key": "docs", "text": "Docs are written"}]},
       {"key": "accept", "name": "Accepted", "from": "review", "to": "end",
        "requiredFields": ["acceptance_criteria"]}],
     "fields": [{"key": "acceptance_criteria", "name": "Acceptance criteria", "type": "text"},
                {"key": "size", "name": "Size", "type": "number"},
                {"key": "risk", "name": "Risk", "type": "select", "options": ["low", "high"]}]}
    """
  }

  private static let places = [
    Walk.Step(
      method: "POST", path: "/api/v1/auth/register",
      body: #"{"email": "ann@example.org", "password": "correct horse", "display_name": "ann"}"#,
      status: 201, keeping: ["token": "access_token"]),
    Walk.Step(
      method: "POST", path: "/workflows", body: workflow(), status: 201,
      keeping: ["workflow": "id"]),
    Walk.Step(
      method: "POST", path: "/domains",
      body: #"{"name": "Operations", "key": "OPS", "workflowId": "<workflow>"}"#, status: 201),
    Walk.Step(
      method: "POST", path: "/browse",
      body: #"{"kind": "task", "title": "Rotate the keys", "domainId": "OPS"}"#, status: 201,
      members: ["key": "OPS-1"]),
  ]

  private static let start = [
    // Read current state.
    Walk.Step(
      method: "GET", path: "/browse/OPS-1/transitions", status: 200,
      reply: """
        {"currentStatus": "todo", "allowedTransitions": ["in_progress"],
         "terminalStatuses": ["done"], "availableStageGates": []}
        """),
    // Claim the item.
    Walk.Step(
      method: "POST", path: "/browse/OPS-1/claim", body: #"{"agentId": "claude-1"}"#, status: 200,
      reply: #"{"status": "in_progress", "activeAgentId": "claude-1"}"#),
  ]

  private static let gates = [
    // Meet any requirements: the gate ahead asks for an acknowledgment and two items.
    Walk.Step(
      method: "GET", path: "/browse/OPS-1/transitions", status: 200,
      members: [
        "availableStageGates.0.key": "ready",
        "availableStageGates.0.acknowledgment": "I ran it on staging.",
        "availableStageGates.0.missing.0.key": "tests",
      ]),
    Walk.Step(
      method: "PATCH", path: "/browse/OPS-1",
      body: #"{"status": "in_review", "agentId": "claude-1"}"#, status: 422,
      members: ["error.details.rule": "GATE_UNMET", "error.details.gates.0.key": "ready"]),
    // Advance through stage gates: what is answered is kept, what is missing is named.
    Walk.Step(
      method: "POST", path: "/browse/OPS-1/stage-gates/ready/progress",
      body: #"{"acknowledged": true, "checklist": ["tests"], "agentId": "claude-1"}"#,
      status: 200,
      reply: """
        {"passed": false,
         "missing": [{"key": "docs", "text": "tick “Docs are written”", "type": "checklist"}]}
        """),
    Walk.Step(
      method: "POST", path: "/browse/OPS-1/stage-gates/ready/progress",
      body: #"{"checklist": ["docs"], "agentId": "claude-1"}"#, status: 200,
      reply: #"{"passed": true, "workItem": {"status": "in_review"}}"#),
  ]

  private static let end = [
    // The next gate asks for a custom field; agent-context says so.
    Walk.Step(
      method: "GET", path: "/browse/OPS-1/agent-context?agentId=claude-1", status: 200,
      members: [
        "requiredFields.0.key": "acceptance_criteria", "requiredFields.0.satisfied": "false",
        "allowedExits.0.status": "in_progress", "blockedExits.1.code": "GATE_UNMET",
      ]),
    Walk.Step(
      method: "POST", path: "/browse/OPS-1/custom-fields",
      body: """
        {"values": {"acceptance_criteria": "It works.", "size": 3}, "agentId": "claude-1"}
        """, status: 200,
      members: ["values": #"{"acceptance_criteria":"It works.","size":3}"#]),
    Walk.Step(
      method: "POST", path: "/browse/OPS-1/stage-gates/accept/progress",
      body: #"{"toStatus": "done", "agentId": "claude-1"}"#, status: 200,
      members: [
        "passed": "true", "workItem.resolution": "resolved", "workItem.activeAgentId": nil,
      ]),
    Walk.Step(
      method: "GET", path: "/browse/OPS-1/history", status: 200,
      members: [
        "items.0.eventType": "agent.released",
        "items.1.eventType": "work_item.status_changed", "items.1.from": "in_review",
        "items.1.to": "done", "items.1.agentId": "claude-1", "items.1.user": "ann",
      ]),
  ]
}
