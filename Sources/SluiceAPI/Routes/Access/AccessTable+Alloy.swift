internal import SluiceCore

extension AccessTable {
  /// Alloy's routes, under `/api/v1`.
  ///
  /// Source: Alloy, “Roles”; where it is silent, the role that may do the like.
  static let alloy: [String: Access] =
    [alloyPlaces, alloyPeople, alloyWork].reduce(into: [:]) { all, rows in
      all.merge(rows) { first, _ in first }
    }

  private static let alloyPlaces: [String: Access] = [
    "createOrganization": .signedIn,
    "listOrganizations": .signedIn,
    "getOrganization": .role(.viewer, in: .organization("org")),
    "updateOrganization": .role(.owner, in: .organization("org")),
    "listWorkflows": .role(.viewer, in: .organization("org")),
    "createWorkflow": .role(.admin, in: .organization("org")),
    "getWorkflow": .role(.viewer, in: .workflow("workflow")),
    "updateWorkflow": .role(.admin, in: .workflow("workflow")),
    "deleteWorkflow": .role(.admin, in: .workflow("workflow")),
    "createProject": .role(.member, in: .organization("org_id")),
    "listProjects": .signedIn,
    "getProject": .role(.viewer, in: .project("project")),
    "updateProject": .role(.member, in: .project("project")),
    "deleteProject": .role(.admin, in: .project("project")),
  ]

  private static let alloyPeople: [String: Access] = [
    "listMembers": .role(.viewer, in: .organization("org")),
    "addMember": .role(.admin, in: .organization("org")),
    "updateMember": .role(.admin, in: .organization("org")),
    "removeMember": .role(.admin, in: .organization("org")),
    "leaveOrganization": .role(.viewer, in: .organization("org")),
    "listInvites": .role(.viewer, in: .organization("org")),
    "createInvite": .role(.admin, in: .organization("org")),
    "revokeInvite": .role(.admin, in: .organization("org")),
    "listProjectMembers": .role(.viewer, in: .project("project")),
    "addProjectMember": .role(.member, in: .project("project")),
    "updateProjectMember": .role(.member, in: .project("project")),
    "removeProjectMember": .role(.member, in: .project("project")),
    "leaveProject": .role(.viewer, in: .project("project")),
  ]

  private static let alloyWork: [String: Access] = [
    "createTicket": .role(.reporter, in: .project("project")),
    "listTickets": .role(.viewer, in: .project("project")),
    "searchTickets": .signedIn,
    "getTicket": .role(.viewer, in: .ticket("ticket")),
    // Who only reports may edit what they reported; the handler sees to it.
    "updateTicket": .role(.reporter, in: .ticket("ticket")),
    "deleteTicket": .role(.member, in: .ticket("ticket")),
    "transitionTicket": .role(.member, in: .ticket("ticket")),
    "listTransitions": .role(.viewer, in: .ticket("ticket")),
    "listComments": .role(.viewer, in: .ticket("ticket")),
    "createComment": .role(.reporter, in: .ticket("ticket")),
    "listLabels": .role(.viewer, in: .project("project")),
    "addLabels": .role(.member, in: .ticket("ticket")),
    "removeLabel": .role(.member, in: .ticket("ticket")),
    "listTicketActivity": .role(.viewer, in: .ticket("ticket")),
    "listProjectActivity": .role(.viewer, in: .project("project")),
  ]
}
