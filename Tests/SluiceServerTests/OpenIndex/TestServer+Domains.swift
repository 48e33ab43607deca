import SluiceCore
import SluiceEngine

@testable import SluiceServer

extension TestServer {
  /// Makes the domain `OPS` of a workflow of three stages: each step out of one meets a gate.
  ///
  /// Answers the id of the workflow.
  @discardableResult
  func makeOPS(_ token: String, review: String = "") throws -> String {
    let workflow = try ask(
      "POST", "/workflows", token: token,
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
      """)
    let id = workflow["id"] ?? workflow.text
    _ = try ask(
      "POST", "/domains", token: token,
      #"{"name": "Operations", "key": "OPS", "workflowId": "\#(id)"}"#)
    return id
  }

  /// Makes a task in a domain; answers its key.
  @discardableResult
  func makeTask(
    _ title: String, in domain: String = "OPS", _ more: String = "", token: String
  ) throws -> String {
    let reply = try ask(
      "POST", "/browse", token: token,
      #"{"kind": "task", "title": "\#(title)", "domainId": "\#(domain)"\#(more)}"#)
    return reply["key"] ?? reply.text
  }

  func get(_ target: String, _ token: String? = nil) throws -> Reply {
    try ask("GET", target, token: token)
  }

  func post(_ target: String, _ token: String? = nil, _ body: String = "") throws -> Reply {
    try ask("POST", target, token: token, body)
  }

  func patch(_ target: String, _ token: String? = nil, _ body: String) throws -> Reply {
    try ask("PATCH", target, token: token, body)
  }

  func delete(_ target: String, _ token: String? = nil) throws -> Reply {
    try ask("DELETE", target, token: token)
  }
}

extension TestServer {
  /// Lets an account do what is beyond any one organization.
  func makeAdministrator(_ handle: String) throws {
    let directory = self.server.parts.directory
    guard var account = try directory.account(handle: handle) else { throw TestFault.refused }
    account.isInstanceAdmin = true
    _ = try directory.update(account)
  }
}
