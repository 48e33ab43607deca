internal import SQLite
internal import SluiceCore

extension FilterCompiler {
  /// A condition on where a ticket stands in its workflow.
  func place(_ term: FilterTerm) -> SQLCondition {
    guard case .gate(let standing) = term else {
      return standing(in: places.filter { term.holds(at: $0.standing) })
    }
    // Of each number of requirements those places whose gate ahead has so many.
    let gates = Dictionary(grouping: places.filter { $0.standing.requirements != nil }) {
      $0.standing.requirements ?? 0
    }
    let sign = standing == .blocked ? "<" : ">="
    return .any(
      gates.sorted { $0.key < $1.key }.map { requirements, places in
        .all([
          SQLCondition("t.met \(sign) ?", [.int(requirements)]), self.standing(in: places),
        ])
      })
  }

  /// Whether a ticket stands in one of some places.
  private func standing(in places: [Place]) -> SQLCondition {
    // These numbers stand in the text: there may be thousands of them, and placeholders are sought one after
    // the other.
    let own = places.filter { $0.guest == nil }.map { "\($0.status.number)" }
    let guests = places.compactMap { place in
      place.guest.map { "(\($0.row),\($0.revision),\(place.status.number))" }
    }
    var ways: [SQLCondition] = []
    if !own.isEmpty {
      let numbers = own.joined(separator: ",")
      ways.append(SQLCondition("(t.bound_workflow IS NULL AND t.status IN (\(numbers)))"))
    }
    if !guests.isEmpty {
      let rows = guests.joined(separator: ",")
      ways.append(
        SQLCondition(
          """
          (t.bound_workflow IS NOT NULL
            AND (t.bound_workflow, t.bound_revision, t.bound_status) IN (VALUES \(rows)))
          """))
    }
    return .any(ways)
  }
}

extension FilterTerm {
  /// Whether a condition on the status alone holds at a place.
  fileprivate func holds(at place: FilterSubject.Place) -> Bool {
    switch self {
    case .status(let name): place.isIn(status: name)
    case .stage(let name): place.isIn(stage: name)
    case .trait(.open): !place.isTerminal
    case .trait(.closed): place.isTerminal
    default: false
    }
  }
}
