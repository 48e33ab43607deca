extension VerbTable {
  /// Every verb there is, in the order of help.
  static let standard = VerbTable([
    .board, .demo, .completion, .man, .complete,
    .importGitHub, .importCSV,
    .ticketList, .ticketShow, .ticketCreate, .ticketUpdate, .ticketTransition,
    .ticketTransitions, .ticketExplain, .ticketTick, .ticketAccept, .ticketSet, .ticketClaim,
    .ticketRelease, .ticketDelete, .ticketHistory, .ticketState,
    .workItemList, .workItemGet, .workItemCreate, .workItemUpdate, .workItemDelete,
    .workItemTransitions, .workItemProgress, .workItemFields, .workItemClaim, .workItemRelease,
    .workItemContext,
    .queueList, .commentList, .commentAdd, .labelList, .labelAdd, .labelRemove, .eventList,
    .undo, .redo,
    .projectList, .projectShow, .projectCreate, .projectUpdate, .projectDelete,
    .workflowList, .workflowShow, .workflowCheck, .workflowAudit, .workflowCreate,
    .workflowUpdate, .workflowDelete,
    .fieldList, .fieldCreate, .fieldUpdate, .fieldDelete,
    .providerList, .providerShow, .providerCreate, .providerUpdate, .providerDelete,
    .providerTest,
    .organizationShow, .organizationList, .organizationUpdate,
  ])
}
