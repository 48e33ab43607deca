extension VerbTable {
  /// Every verb there is, in the order of help.
  static let standard = VerbTable([
    .board, .demo, .completion, .complete,
    .importGitHub, .importCSV,
    .ticketList, .ticketShow, .ticketCreate, .ticketTransition,
    .projectList, .projectShow, .projectCreate, .projectUpdate, .projectDelete,
    .workflowList, .workflowShow, .workflowCheck, .workflowAudit, .workflowCreate,
    .workflowUpdate, .workflowDelete,
    .fieldList, .fieldCreate, .fieldUpdate, .fieldDelete,
    .providerList, .providerShow, .providerCreate, .providerUpdate, .providerDelete,
    .providerTest,
    .organizationShow, .organizationList, .organizationUpdate,
  ])
}
