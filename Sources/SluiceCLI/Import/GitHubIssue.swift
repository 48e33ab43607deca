import SluiceCore

/// An issue as `gh issue list --json …` prints it.
struct GitHubIssue {
  let number: Int?
  /// Where it is; `nil` if neither it nor the other issues of the file tell.
  var url: String?
  let title: String
  let body: String
  let isClosed: Bool
  /// Whether it was closed without being done.
  let isNotPlanned: Bool
  let author: String
  let assignees: [String]
  let labels: [String]
  let comments: [Comment]
  let createdAt: Timestamp?
  let updatedAt: Timestamp?
  let closedAt: Timestamp?

  /// What to call the author of something whose account is gone, as GitHub does.
  static let ghost = "ghost"

  /// The repository as `owner/name`, if the URL tells.
  var repository: String? {
    repositoryURL?.split(separator: "/").suffix(2).joined(separator: "/")
  }

  /// The URL of the repository without a slash at the end, if that of the issue tells.
  var repositoryURL: String? {
    guard let url, let host = url.firstRange(of: "://") else { return nil }
    let parts = url[host.upperBound...].split(separator: "/")
    return parts.count >= 3 ? url[..<host.upperBound] + parts[..<3].joined(separator: "/") : nil
  }

  /// What names the issue at every import.
  ///
  /// A number alone does so only where the file tells no repository: files of several such repositories
  /// then need a project each.
  var source: String {
    url ?? "github:\(number ?? 0)"
  }

  /// What the labels say of the priority: `P0` to `P4`, `priority: high`, `urgent` and the like.
  var priority: Priority? {
    labels.compactMap(Self.priority(of:)).max()
  }

  private static func priority(of label: String) -> Priority? {
    let words = label.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let levels = words.filter { $0 != "priority" && $0 != "prio" }
    guard levels.count == 1, let level = levels.first else { return nil }
    return Priority(level: level) ?? (words.count == 2 ? Priority(level) : nil)
  }
}
