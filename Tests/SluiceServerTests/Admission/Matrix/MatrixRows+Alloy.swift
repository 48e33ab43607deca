import SluiceCore

extension MatrixRow {
  static let common = [
    MatrixRow("health", .anyone),
    MatrixRow("openAPI", .anyone),
    MatrixRow(
      "register", .anyone, when: .hashing,
      body: #"{"email": "new@example.org", "password": "<password>"}"#),
    MatrixRow(
      "login", .anyone, when: .hashing,
      body: #"{"email": "owner@example.org", "password": "<password>"}"#),
    MatrixRow("refresh", .anyone, body: #"{"refresh_token": "<refresh>"}"#),
    MatrixRow("logout", .signedIn),
    MatrixRow("me", .signedIn),
    MatrixRow("events", .signedIn),
    MatrixRow(
      "events", "of an organization", .viewer, of: .organization, when: .guests,
      query: "org_id=<organization>"),
    MatrixRow("events", "of a project", .viewer, of: .project, query: "project_id=<project>"),
    MatrixRow("listAPIKeys", .signedIn),
    MatrixRow(
      "createAPIKey", .signedIn, when: .noAgents, body: #"{"name": "mine", "scope": "read"}"#),
    MatrixRow("deleteAPIKey", .signedIn, of: .apiKey, when: .noAgents),
  ]

  static let alloyPlaces = [
    MatrixRow("createOrganization", .signedIn, when: .decides, body: #"{"name": "New"}"#),
    MatrixRow("listOrganizations", .signedIn),
    MatrixRow("getOrganization", .viewer, of: .organization),
    MatrixRow("updateOrganization", .owner, of: .organization, body: #"{"name": "New"}"#),
    MatrixRow("listWorkflows", .viewer, of: .organization),
    MatrixRow(
      "createWorkflow", .admin, of: .organization,
      body: #"{"name": "New", "statuses": [{"name": "todo", "category": "todo"}]}"#),
    MatrixRow("getWorkflow", .viewer, of: .workflow, when: .guests),
    MatrixRow("updateWorkflow", .admin, of: .workflow, when: .guests, body: #"{"name": "New"}"#),
    MatrixRow("deleteWorkflow", .admin, of: .spareWorkflow, when: .guests),
    MatrixRow(
      "createProject", .member, of: .organization,
      body: #"{"org_id": "<organization>", "key": "<new key>", "name": "New"}"#),
    MatrixRow("listProjects", .signedIn),
    MatrixRow(
      "listProjects", "of an organization", .viewer, of: .organization, when: .guests,
      query: "org_id=<organization>"),
    MatrixRow("getProject", .viewer, of: .project),
    MatrixRow("updateProject", .member, of: .project, body: #"{"name": "New"}"#),
    MatrixRow("deleteProject", .admin, of: .emptyProject),
  ]

  static let alloyPeople = [
    MatrixRow("listMembers", .viewer, of: .organization),
    MatrixRow(
      "addMember", .admin, of: .organization, when: .decides,
      body: #"{"handle": "<newcomer>", "role": "Viewer"}"#),
    MatrixRow(
      "addMember", "as an owner", .owner, of: .organization, when: .decides,
      body: #"{"handle": "<newcomer>", "role": "Owner"}"#),
    MatrixRow(
      "updateMember", .admin, of: .organization, .member, when: .decides,
      body: #"{"role": "Viewer"}"#),
    MatrixRow(
      "updateMember", "to own it", .owner, of: .organization, .member, from: .admin, when: .decides,
      body: #"{"role": "Owner"}"#),
    MatrixRow("removeMember", .admin, of: .organization, .member, when: .decides),
    // The last owner stays.
    MatrixRow("leaveOrganization", .viewer, of: .organization, when: .decides, rules: [409]),
    MatrixRow("listInvites", .viewer, of: .organization),
    MatrixRow("createInvite", .admin, of: .organization, body: #"{"role": "Viewer"}"#),
    MatrixRow(
      "createInvite", "as an owner", .owner, of: .organization, body: #"{"role": "Owner"}"#),
    MatrixRow("revokeInvite", .admin, of: .organization, .invite),
    MatrixRow("listProjectMembers", .viewer, of: .project),
    MatrixRow(
      "addProjectMember", .member, of: .project, when: .decides,
      body: #"{"handle": "<newcomer>", "role": "Viewer"}"#),
    MatrixRow(
      "addProjectMember", "as an admin", .admin, of: .project, when: .decides,
      body: #"{"handle": "<newcomer>", "role": "Admin"}"#),
    MatrixRow(
      "updateProjectMember", .member, of: .project, .projectMember, when: .decides,
      body: #"{"role": "Member"}"#),
    MatrixRow("removeProjectMember", .member, of: .project, .projectMember, when: .decides),
    MatrixRow("leaveProject", .viewer, of: .project, when: [.decides, .ofGuests]),
  ]

  static let alloyWork = [
    MatrixRow("createTicket", .reporter, of: .project, body: #"{"title": "New"}"#),
    MatrixRow(
      "createTicket", "with a status", .member, of: .project,
      body: #"{"title": "New", "status": "todo"}"#),
    MatrixRow(
      "createTicket", "in another's name", .member, of: .project,
      body: #"{"title": "New", "reporter": "<newcomer>"}"#),
    MatrixRow("listTickets", .viewer, of: .project),
    MatrixRow("searchTickets", .signedIn, query: "q=rotate"),
    MatrixRow(
      "searchTickets", "in an organization", .viewer, of: .organization, when: .guests,
      query: "q=rotate&org_id=<organization>"),
    MatrixRow(
      "searchTickets", "in a project", .viewer, of: .project,
      query: "q=rotate&project_id=<project>"),
    MatrixRow("getTicket", .viewer, of: .ticket),
    MatrixRow(
      "updateTicket", "of another", .member, of: .ticket, from: .reporter,
      body: #"{"title": "New"}"#),
    MatrixRow(
      "updateTicket", "that they have reported", .reporter, of: .reported,
      body: #"{"title": "New"}"#),
    MatrixRow(
      "updateTicket", "and its labels", .member, of: .reported, from: .reporter,
      body: #"{"labels": ["new"]}"#),
    MatrixRow("deleteTicket", .member, of: .ticket),
    MatrixRow("transitionTicket", .member, of: .ticket, body: #"{"to_status": "doing"}"#),
    MatrixRow("listTransitions", .viewer, of: .ticket),
    MatrixRow("listComments", .viewer, of: .ticket),
    MatrixRow("createComment", .reporter, of: .ticket, body: #"{"text": "Hello"}"#),
    MatrixRow("listLabels", .viewer, of: .project),
    MatrixRow("addLabels", .member, of: .ticket, body: #"{"label": "new"}"#),
    MatrixRow("removeLabel", .member, of: .ticket, .label),
    MatrixRow("listTicketActivity", .viewer, of: .ticket, when: .past),
    MatrixRow("listProjectActivity", .viewer, of: .project),
  ]
}
