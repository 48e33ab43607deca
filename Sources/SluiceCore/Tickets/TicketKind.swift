/// Where a ticket stands in the hierarchy of work.
///
/// Source: OpenIndex, “Work items”.
public enum TicketKind: String, CaseIterable, Hashable, Sendable {
  /// A body of work that holds tasks.
  case project
  /// A piece of work.
  case task
  /// A part of a task; its key appends an ordinal to the task's.
  case subTask = "sub_task"
}
