internal import SluiceCore

/// The row of a ticket: project, number and ordinal in one integer.
///
/// A project's tickets are one range of rows in the order of their keys, so that a key is found without an
/// index and a search is confined to a project and sorted by nothing but the row.
public struct TicketRow: Hashable, Comparable, Sendable {
  /// The primary key.
  public let id: Int64

  /// The row with that primary key.
  public init(id: Int64) {
    self.id = id
  }

  /// The row of a ticket by its key; `nil` if the numbers are beyond what a project holds.
  public init?(project: ProjectRow, number: Int, ordinal: Int) {
    guard (1...Self.maximumNumber).contains(number), (0...Self.maximumOrdinal).contains(ordinal)
    else { return nil }
    id = project.id << Self.projectShift | Int64(number) << Self.numberShift | Int64(ordinal)
  }

  /// The project.
  public var project: ProjectRow { ProjectRow(id: id >> Self.projectShift) }
  /// The number within the project.
  public var number: Int { Int(id >> Self.numberShift) & Self.maximumNumber }
  /// The place among the sub-tasks of a task; 0 for none.
  public var ordinal: Int { Int(id) & Self.maximumOrdinal }

  /// The row of the task that a sub-task is a part of; `nil` for a ticket that is none.
  public var task: TicketRow? {
    ordinal == 0 ? nil : TicketRow(id: id - Int64(ordinal))
  }

  /// What people call the ticket of that row.
  func key(in project: ProjectKey) -> TicketKey {
    TicketKey(project: project, number: number, ordinal: ordinal)
  }

  /// Whether `left` has the smaller key.
  public static func < (left: TicketRow, right: TicketRow) -> Bool {
    left.id < right.id
  }

  /// The most tickets of a project.
  public static let maximumNumber = 1 << 30 - 1
  /// The most sub-tasks of a task.
  public static let maximumOrdinal = 1 << 10 - 1

  static let numberShift = 10
  static let projectShift = 40
}

/// The row of a project.
public struct ProjectRow: Hashable, Sendable {
  /// The primary key.
  public let id: Int64

  /// The row with that primary key.
  public init(id: Int64) {
    self.id = id
  }

  /// The rows of its tickets.
  var tickets: ClosedRange<Int64> {
    (id << TicketRow.projectShift)...((id + 1) << TicketRow.projectShift - 1)
  }
}
