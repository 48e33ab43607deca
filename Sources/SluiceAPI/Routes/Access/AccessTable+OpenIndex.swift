internal import SluiceCore

extension AccessTable {
  /// OpenIndex's routes.
  ///
  /// Source: OpenIndex, “Domains”: roles.
  static let openIndex: [String: Access] =
    [domains, workItems, workflows, profile, audit, providers].reduce(into: [:]) { all, rows in
      all.merge(rows) { first, _ in first }
    }

  private static let domains: [String: Access] = [
    "listDomains": .signedIn,
    "createDomain": .role(.member, in: .organization("organizationId", orPersonal: true)),
    "getDomain": .role(.viewer, in: .project("id")),
    "updateDomain": .role(.admin, in: .project("id")),
    "assignDomainWorkflow": .role(.admin, in: .project("id")),
    "previewDomainDeletion": .role(.owner, in: .project("id")),
    "deleteDomain": .role(.owner, in: .project("id")),
    "listDomainMembers": .role(.viewer, in: .project("id")),
    "addDomainMember": .role(.admin, in: .project("id")),
    "updateDomainMember": .role(.admin, in: .project("id")),
    "removeDomainMember": .role(.admin, in: .project("id")),
  ]

  private static let item = Access.Place.ticket("key", within: "domainId")

  private static let workItems: [String: Access] = [
    // The handler looks at the domain that is named, else at all that the caller sees.
    "browseWorkItems": .signedIn,
    "workItemQueue": .signedIn,
    // The domain may be that of the task; the handler asks what the new item needs there.
    "createWorkItem": .signedIn,
    "getWorkItem": .role(.viewer, in: item),
    "updateWorkItem": .role(.member, in: item),
    "deleteWorkItem": .role(.admin, in: item),
    "workItemTransitions": .role(.viewer, in: item),
    "workItemAgentContext": .role(.viewer, in: item),
    "getCustomFields": .role(.viewer, in: item),
    "setCustomFields": .role(.member, in: item),
    "claimWorkItem": .role(.member, in: item),
    "releaseWorkItem": .role(.member, in: item),
    "progressStageGate": .role(.member, in: item),
    "listWorkItemComments": .role(.viewer, in: item),
    "addWorkItemComment": .role(.reporter, in: item),
    "workItemHistory": .role(.viewer, in: item),
  ]

  private static let workflows: [String: Access] = [
    // The handler looks at the domain that is named, else at all that the caller sees.
    "listDomainWorkflows": .signedIn,
    // The organization is that of the domain; the handler asks for an admin of it.
    "createDomainWorkflow": .signedIn,
    "getDomainWorkflow": .role(.viewer, in: .workflow("id")),
    "updateDomainWorkflow": .role(.admin, in: .workflow("id")),
    "deleteDomainWorkflow": .role(.admin, in: .workflow("id")),
    "listWorkflowFields": .role(.viewer, in: .workflow("id")),
    "addWorkflowField": .role(.admin, in: .workflow("id")),
    "updateWorkflowField": .role(.admin, in: .workflow("id")),
    "deleteWorkflowField": .role(.admin, in: .workflow("id")),
  ]

  private static let profile: [String: Access] = [
    "claimInvitation": .anyone,
    "myProfile": .signedIn,
    "listPersonalTokens": .signedIn,
    "createPersonalToken": .signedIn,
    "deletePersonalToken": .signedIn,
  ]

  private static let providers: [String: Access] = [
    "listAssistantProviders": .instanceAdmin,
    "createAssistantProvider": .instanceAdmin,
    "getAssistantProvider": .instanceAdmin,
    "updateAssistantProvider": .instanceAdmin,
    "deleteAssistantProvider": .instanceAdmin,
    "testAssistantProvider": .instanceAdmin,
  ]

  private static let audit: [String: Access] = [
    "workStatistics": .signedIn,
    "listAudit": .signedIn,
    "exportAudit": .signedIn,
  ]
}
