import ServerWalks
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
      "POST", "/workflows", token: token, TransitionPage.workflow(review: review))
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
