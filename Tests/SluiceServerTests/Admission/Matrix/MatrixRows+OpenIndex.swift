import SluiceCore

extension MatrixRow {
  static let domains = [
    MatrixRow("listDomains", .signedIn),
    MatrixRow(
      "createDomain", .signedIn, when: .noParts, body: #"{"name": "New", "key": "<new key>"}"#),
    MatrixRow(
      "createDomain", "in an organization", .member, of: .organization,
      body: #"{"name": "New", "key": "<new key>", "organizationId": "<organization>"}"#),
    MatrixRow("getDomain", .viewer, of: .project),
    MatrixRow("updateDomain", .admin, of: .project, body: #"{"name": "New"}"#),
    MatrixRow(
      "assignDomainWorkflow", .admin, of: .project, body: #"{"workflowId": "<spareWorkflow>"}"#),
    MatrixRow("previewDomainDeletion", .owner, of: .project),
    MatrixRow("deleteDomain", .owner, of: .project, query: "confirmCascade=true"),
    MatrixRow("listDomainMembers", .viewer, of: .project),
    MatrixRow(
      "addDomainMember", .admin, of: .project, when: .decides,
      body: #"{"userId": "<newcomer>", "role": "viewer"}"#),
    MatrixRow(
      "updateDomainMember", .admin, of: .project, .projectMember, when: .decides,
      body: #"{"role": "member"}"#),
    MatrixRow("removeDomainMember", .admin, of: .project, .projectMember, when: .decides),
  ]

  static let workItems = [
    MatrixRow("browseWorkItems", .signedIn),
    MatrixRow("browseWorkItems", "of a domain", .viewer, of: .project, query: "domainId=<project>"),
    MatrixRow("workItemQueue", .signedIn),
    MatrixRow("workItemQueue", "of a domain", .viewer, of: .project, query: "domainId=<project>"),
    MatrixRow(
      "createWorkItem", .reporter, of: .project,
      body: #"{"kind": "task", "title": "New", "domainId": "<project>"}"#),
    MatrixRow(
      "createWorkItem", "with a status", .member, of: .project,
      body: #"{"kind": "task", "title": "New", "domainId": "<project>", "status": "todo"}"#),
    MatrixRow(
      "createWorkItem", "below a task", .reporter, of: .ticket,
      body: #"{"kind": "sub_task", "title": "New", "parentKey": "<ticket>"}"#),
    MatrixRow("getWorkItem", .viewer, of: .ticket),
    MatrixRow("updateWorkItem", .member, of: .ticket, body: #"{"title": "New"}"#),
    MatrixRow("deleteWorkItem", .admin, of: .ticket),
    MatrixRow("workItemTransitions", .viewer, of: .ticket),
    MatrixRow("workItemAgentContext", .viewer, of: .ticket),
    MatrixRow("getCustomFields", .viewer, of: .ticket),
    MatrixRow("setCustomFields", .member, of: .ticket, body: #"{"values": {"<field>": "low"}}"#),
    MatrixRow("claimWorkItem", .member, of: .ticket, body: #"{}"#),
    MatrixRow("releaseWorkItem", .member, of: .claimed, body: #"{}"#),
    MatrixRow("progressStageGate", .member, of: .claimed, body: #"{"acknowledged": true}"#),
    MatrixRow("listWorkItemComments", .viewer, of: .ticket),
    MatrixRow("addWorkItemComment", .reporter, of: .ticket, body: #"{"body": "Hello"}"#),
    MatrixRow("workItemHistory", .viewer, of: .ticket, when: .past),
  ]

  static let domainWorkflows = [
    MatrixRow("listDomainWorkflows", .signedIn),
    MatrixRow(
      "listDomainWorkflows", "of a domain", .viewer, of: .project, query: "domainId=<project>"),
    MatrixRow(
      "createDomainWorkflow", .signedIn, when: [.noAgents, .inOwnDomain], body: #"{"name": "New"}"#),
    MatrixRow(
      "createDomainWorkflow", "of a domain", .admin, of: .project, when: .inOrganization,
      body: #"{"name": "New", "domain": "<project>"}"#),
    MatrixRow("getDomainWorkflow", .viewer, of: .workflow, when: .guests),
    MatrixRow(
      "updateDomainWorkflow", .admin, of: .workflow, when: .guests, body: #"{"name": "New"}"#),
    MatrixRow("deleteDomainWorkflow", .admin, of: .spareWorkflow, when: .guests),
    MatrixRow("listWorkflowFields", .viewer, of: .workflow, when: .guests),
    MatrixRow(
      "addWorkflowField", .admin, of: .workflow, when: .guests,
      body: #"{"key": "size", "type": "number"}"#),
    MatrixRow(
      "updateWorkflowField", .admin, of: .workflow, .field, when: .guests, body: #"{"name": "New"}"#
    ),
    MatrixRow("deleteWorkflowField", .admin, of: .workflow, .field, when: .guests),
  ]

  static let profile = [
    MatrixRow(
      "claimInvitation", .anyone, when: .hashing,
      body: #"{"code": "<code>", "email": "new@example.org", "password": "<password>"}"#),
    MatrixRow("myProfile", .signedIn),
    MatrixRow("listPersonalTokens", .signedIn),
    MatrixRow(
      "createPersonalToken", .signedIn, when: .noAgents, body: #"{"name": "mine", "scope": "read"}"#
    ),
    MatrixRow("deletePersonalToken", .signedIn, of: .personalToken, when: .noAgents),
  ]

  static let audit = [
    MatrixRow("workStatistics", .signedIn),
    MatrixRow("workStatistics", "of a domain", .viewer, of: .project, query: "domainId=<project>"),
    MatrixRow("listAudit", .signedIn),
    MatrixRow("listAudit", "of a domain", .viewer, of: .project, query: "domainId=<project>"),
    MatrixRow(
      "listAudit", "of a work item", .viewer, of: .ticket, when: .past,
      query: "workItemKey=<ticket>"),
    MatrixRow("exportAudit", .signedIn),
    MatrixRow("exportAudit", "of a domain", .viewer, of: .project, query: "domainId=<project>"),
    MatrixRow(
      "exportAudit", "of a work item", .viewer, of: .ticket, when: .past,
      query: "workItemKey=<ticket>&format=csv"),
  ]

  static let providers = [
    MatrixRow("listAssistantProviders", .signedIn, when: .server),
    MatrixRow(
      "createAssistantProvider", .signedIn, when: .server,
      body: #"{"name": "new", "type": "openai", "config": {"endpoint": "https://a.test"}}"#),
    MatrixRow("getAssistantProvider", .signedIn, of: .provider, when: .server),
    MatrixRow(
      "updateAssistantProvider", .signedIn, of: .provider, when: .server, body: #"{"name": "new"}"#),
    MatrixRow("deleteAssistantProvider", .signedIn, of: .provider, when: .server),
    MatrixRow("testAssistantProvider", .signedIn, of: .provider, when: [.server, .reads]),
  ]
}
