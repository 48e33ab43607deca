internal import SluiceCore

extension AccessTable {
  /// OpenIndex's routes.
  ///
  /// Source: OpenIndex, “Domains”: roles.
  static let openIndex: [String: Access] =
    [workItems, audit].reduce(into: [:]) { all, rows in
      all.merge(rows) { first, _ in first }
    }

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

  private static let audit: [String: Access] = [
    "listAudit": .signedIn,
    "exportAudit": .signedIn,
  ]
}
