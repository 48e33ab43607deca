internal import SQLite
public import SluiceCore

/// What is counted of a project.
enum CounterKey: Hashable {
  /// The tickets that stand in a column.
  case column(Status.ID)
  /// Those of them that are bound to a definition of their own.
  case guests(Status.ID)
  /// The tickets bound to any revision of a workflow that are in a status of it.
  case bound(workflow: Int64, Status.ID)

  /// How it is told apart in one column of numbers.
  var number: Int64 {
    switch self {
    case .column(let status): Int64(status.number)
    case .guests(let status): Self.guestBit | Int64(status.number)
    case .bound(let workflow, let status): workflow << Self.workflowShift | Int64(status.number)
    }
  }

  /// Numbers of statuses lie below.
  static let workflowShift = 20
  static let guestBit: Int64 = 1 << 60
}

/// The counters of a project, read at once.
public struct ProjectCounts {
  /// Few, so they are searched faster than hashed.
  private let numbers: [(key: Int64, count: Int)]

  fileprivate init(_ numbers: [(key: Int64, count: Int)]) {
    self.numbers = numbers
  }

  func count(_ key: CounterKey) -> Int {
    let number = key.number
    return numbers.first { $0.key == number }?.count ?? 0
  }

  /// How many tickets stand on the project's board.
  public var total: Int {
    numbers.reduce(0) { $1.key < 1 << CounterKey.workflowShift ? $0 + $1.count : $0 }
  }

  /// How many tickets stand in a column of the project's board.
  public func standing(in status: Status.ID) -> Int {
    count(.column(status))
  }

  /// The rows of the workflows that tickets of the project are bound to.
  var boundWorkflows: Set<Int64> {
    Set(
      numbers.filter { $0.count > 0 && $0.key & CounterKey.guestBit == 0 }
        .map { $0.key >> CounterKey.workflowShift }.filter { $0 > 0 })
  }

  /// How many tickets that follow the project's workflow are in a status of it.
  public func following(in status: Status.ID) -> Int {
    count(.column(status)) - count(.guests(status))
  }
}

extension Store {
  /// What is counted of a project.
  public func counts(in project: ProjectRow) throws(EngineError) -> ProjectCounts {
    ProjectCounts(
      try query("SELECT status, n FROM counter WHERE project = $1", [.project(project)]) {
        (key: $0.int64(0), count: $0.int(1))
      })
  }

  /// How many tickets each status of a workflow holds in a project, following and bound; what a WIP limit
  /// counts.
  public func occupancy(
    of key: WorkflowKey, in project: StoredProject
  ) throws(EngineError) -> [Status.ID: Int] {
    let counts = try counts(in: project.row)
    var occupancy: [Status.ID: Int] = [:]
    for status in try workflow(key).statuses {
      occupancy[status.id] = counts.occupancy(of: status.id, key, in: project)
    }
    return occupancy
  }

  /// Counts tickets into a place, or out of it if `change` is negative.
  func count(_ change: Int, into place: TicketPlace, in project: ProjectRow) throws(EngineError) {
    guard place.column != .nowhere else { return }
    try count(change, .column(place.column), in: project)
    guard let bound = place.bound else { return }
    try count(change, .guests(place.column), in: project)
    try count(change, .bound(workflow: bound.workflow.row, bound.status), in: project)
  }

  func count(_ change: Int, _ key: CounterKey, in project: ProjectRow) throws(EngineError) {
    try run(
      """
      INSERT INTO counter (project, status, n) VALUES ($1, $2, $3)
      ON CONFLICT DO UPDATE SET n = n + excluded.n
      """,
      [.project(project), .integer(key.number), .int(change)])
  }
}

extension ProjectCounts {
  /// How many tickets are in a status of the project's workflow, following and bound.
  func occupancy(of status: Status.ID, in project: StoredProject) -> Int {
    occupancy(of: status, project.workflow, in: project)
  }

  /// How many tickets are in a status of a workflow, following and bound.
  func occupancy(of status: Status.ID, _ key: WorkflowKey, in project: StoredProject) -> Int {
    let isFollowed = project.workflow.row == key.row
    return (isFollowed ? following(in: status) : 0) + count(.bound(workflow: key.row, status))
  }
}
