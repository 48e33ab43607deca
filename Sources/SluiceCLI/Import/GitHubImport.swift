import SluiceCore

/// Makes tickets of issues.
struct GitHubImport {
  let workflow: Workflow
  /// Whether every ticket starts over, whatever became of its issue.
  let isFresh: Bool
  /// What stands in for dates that the file leaves out.
  let now: Timestamp

  /// A key and a name for the project, from the repository that all issues are of.
  static func suggestion(
    for issues: [GitHubIssue]
  ) -> (key: ProjectKey, name: String)? {
    let repositories = Set(issues.map(\.repository))
    guard repositories.count == 1, let repository = repositories.first ?? nil else { return nil }
    let name = repository.split(separator: "/").last ?? ""
    let words = name.uppercased().split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
    let keys = words.lazy.map { word in
      let start = word.drop { !$0.isLetter }
      let letters = start.prefix { $0.isLetter }
      return String((letters.count > 1 ? letters : start).prefix(ProjectKey.maximumLength))
    }
    return keys.compactMap(ProjectKey.init).first.map { ($0, repository) }
  }

  /// The ticket of an issue.
  func ticket(_ issue: GitHubIssue) -> ImportedTicket {
    let created = issue.createdAt ?? issue.updatedAt ?? now
    let closed = issue.isClosed ? issue.closedAt ?? issue.updatedAt : nil
    return ImportedTicket(
      source: issue.source,
      draft: TicketDraft(
        title: issue.title, description: issue.body, status: status(of: issue)?.name,
        priority: issue.priority ?? .medium, assignee: issue.assignees.first,
        reporter: issue.author, labels: issue.labels),
      createdAt: created, updatedAt: issue.updatedAt ?? created,
      enteredAt: isFresh ? created : closed ?? created,
      comments: issue.comments.filter { !$0.text.trimmingBlanks.isEmpty })
  }

  /// Where an issue belongs.
  ///
  /// An open one belongs into the first status, which is named, so that one that was closed at the last
  /// import and is open again comes back. `nil` says nothing about it, at this import and at later ones.
  private func status(of issue: GitHubIssue) -> Status? {
    guard !isFresh else { return nil }
    guard issue.isClosed else { return workflow.initialStatus }
    let done = workflow.statuses.first { $0.category == .done }
    let cancelled = workflow.statuses.first { $0.category == .cancelled }
    return isUndone(issue) ? cancelled ?? done : done ?? cancelled
  }

  private func isUndone(_ issue: GitHubIssue) -> Bool {
    let labels = issue.labels.map { $0.lowercased().filter { $0.isLetter } }
    return issue.isNotPlanned || labels.contains { Self.undoneLabels.contains($0) }
  }

  private static let undoneLabels: Set<String> = [
    "wontfix", "wontdo", "duplicate", "invalid", "notplanned",
  ]
}
