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

extension Store {
  /// How many tickets stand in each column of a project; one without any may be missing.
  public func counts(in project: ProjectRow) throws(EngineError) -> [Status.ID: Int] {
    let pairs = try query(
      "SELECT status, n FROM counter WHERE project = $1 AND status < $2",
      [.project(project), .integer(1 << CounterKey.workflowShift)]
    ) { ($0.status(0), $0.int(1)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// How many tickets that follow the project's workflow each of its statuses holds.
  public func followerCounts(in project: ProjectRow) throws(EngineError) -> [Status.ID: Int] {
    let pairs = try query(
      "SELECT status, n FROM counter WHERE project = $1", [.project(project)]
    ) { ($0.int64(0), $0.int(1)) }
    let numbers = Dictionary(pairs) { first, _ in first }
    var counts: [Status.ID: Int] = [:]
    for (number, count) in numbers where number < 1 << CounterKey.workflowShift {
      let status = Status.ID(Int(number))
      counts[status] = count - (numbers[CounterKey.guests(status).number] ?? 0)
    }
    return counts
  }

  /// How many tickets each status of a workflow holds in a project, following and bound; what a WIP limit
  /// counts.
  public func occupancy(
    of key: WorkflowKey, in project: StoredProject
  ) throws(EngineError) -> [Status.ID: Int] {
    let pairs = try query(
      "SELECT status, n FROM counter WHERE project = $1", [.project(project.row)]
    ) { ($0.int64(0), $0.int(1)) }
    let numbers = Dictionary(pairs) { first, _ in first }
    let isFollowed = project.workflow.row == key.row
    var occupancy: [Status.ID: Int] = [:]
    for status in try workflow(key).statuses {
      let count = { (key: CounterKey) in numbers[key.number] ?? 0 }
      let following = isFollowed ? count(.column(status.id)) - count(.guests(status.id)) : 0
      occupancy[status.id] = following + count(.bound(workflow: key.row, status.id))
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
