extension VerbTable {
  /// Every verb there is, in the order of help.
  static let standard = VerbTable([
    .board, .triage, .demo, .login, .logout, .whoami, .keys, .completion, .man, .complete,
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
    .viewSave, .viewList, .viewDelete,
    .organizationShow, .organizationList, .organizationUpdate,
    .profileList, .profileShow, .profileSet, .profileUse, .profileRemove,
  ])

  /// The only verb that a line without a word can mean, where all on the line are options of that verb by
  /// their whole names, with values.
  ///
  /// To make every verb for that would be a good part of the time to the first paint.
  static func sufficient(for arguments: [String]) -> VerbTable? {
    let names = Verb.board.allOptions.filter(\.takesValue).map { "--" + $0.name }
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if names.contains(where: { argument.hasPrefix($0 + "=") }) { continue }
      guard names.contains(argument), rest.popFirst() != nil else { return nil }
    }
    return VerbTable([.board])
  }
}
