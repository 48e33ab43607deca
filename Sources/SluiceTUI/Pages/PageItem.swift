import SluiceCore

/// Something on a ticket's page that can be changed where it stands.
enum PageItem: Hashable {
  case title
  case status
  case priority
  case assignee
  case labels
  case due
  case description
  /// A custom field by its key.
  case field(String)

  /// Those of a ticket of a workflow, in the order of the page.
  static func all(in workflow: Workflow) -> [PageItem] {
    [.title, .status, .priority, .assignee, .labels, .due, .description]
      + workflow.fields.map { .field($0.key) }
  }
}
