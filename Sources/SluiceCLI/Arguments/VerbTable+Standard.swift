extension VerbTable {
  /// Every verb there is, in the order of help.
  static let standard = VerbTable([
    .board, .demo, .completion, .man, .complete,
    .importGitHub, .importCSV,
    .ticketList, .ticketShow, .ticketCreate, .ticketTransition,
    .projectList, .projectCreate, .projectUpdate,
    .workflowList, .workflowShow, .workflowCheck, .workflowCreate,
  ])
}
