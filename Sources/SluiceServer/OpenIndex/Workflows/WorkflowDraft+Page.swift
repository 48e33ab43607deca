internal import SluiceCore

extension WorkflowDraft {
  /// What a workflow begins with that is made with a name alone, as OpenIndex makes them before it defines them.
  ///
  /// Its statuses are those that the page names. Source: OpenIndex, “Statuses”.
  static func beginning(named name: String) -> WorkflowDraft {
    WorkflowDraft(
      name: name, enforcement: Enforcement.strict.rawValue,
      statuses: [
        StatusDraft("todo", "todo"), StatusDraft("in_progress", "in_progress"),
        StatusDraft("blocked", "in_progress"), StatusDraft("done", "done"),
      ],
      transitions: [
        TransitionDraft("todo", "in_progress"), TransitionDraft("in_progress", "todo"),
        TransitionDraft("in_progress", "blocked"), TransitionDraft("blocked", "in_progress"),
        TransitionDraft("in_progress", "done"),
      ])
  }
}
