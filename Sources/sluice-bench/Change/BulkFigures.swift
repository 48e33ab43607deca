import CBaseline
import SluiceCore
import SluiceEngine
import SluiceStore

/// What moving many tickets in one change costs, beside the same statements in one transaction from C.
struct BulkFigures {
  let database: Database
  let journalMode: JournalMode
  /// How many tickets are moved.
  let size: Int

  private static let rounds = 3

  func figures() throws(BenchError) -> [Figure] {
    let reader = try BoardReader(database.path)
    let baseline = try StoreBaseline(database.path, journalMode)
    var flock = try Flock(reader, size: size)
    let project = ProjectRow(id: baseline.project(FillPlan.mainKey))
    var (our, their, ourWork, theirWork) = (Samples(), Samples(), Samples(), Samples())
    for round in 0..<(2 * Self.rounds + 2) {
      let isOursFirst = round % 2 == 0
      for isOurs in [isOursFirst, !isOursFirst] {
        let (start, work) = (Clock.now, Clock.ownProcessor)
        if isOurs {
          try flock.move(reader)
        } else {
          try flock.move(baseline, project)
        }
        guard round > 1 else { continue }
        let (time, used) = (Clock.now - start, Clock.ownProcessor - work)
        if isOurs { our.add(time) } else { their.add(time) }
        if isOurs { ourWork.add(used) } else { theirWork.add(used) }
      }
      flock.turn()
    }
    return [
      Figure(
        name: "bulk move of \(grouped(flock.size))", unit: .milliseconds, value: our.median / 1e6,
        baseline: ("same in C", their.median / 1e6), target: .ratioAtMost(1.5)),
      Figure(
        name: "the same, CPU", unit: .milliseconds, value: ourWork.median / 1e6,
        baseline: ("same in C", theirWork.median / 1e6)),
    ]
  }
}

/// Two equal lots of tickets of one status, one for each side, that go to another status and back.
private struct Flock {
  private let ours: [TicketReference]
  private let theirs: [(number: Int, key: String)]
  private var here: Status
  private var there: Status

  var size: Int { ours.count }

  init(_ reader: BoardReader, size: Int) throws(BenchError) {
    let board = try reader.board(limit: 1)
    let fullest = board.columns.max { $0.total < $1.total }?.status
    guard let here = fullest.flatMap(board.workflow.status),
      let there = board.workflow.statuses.first(where: { $0.id != here.id && $0.wipLimit == nil })
    else { throw BenchError("The board has no two statuses.") }
    self.here = here
    self.there = there
    var keys: [TicketKey] = []
    var cursor: String?
    repeat {
      let query = TicketQuery(project: reader.project, status: here.name)
      let request = PageRequest(limit: PageRequest.maximumLimit, cursor: cursor)
      let page = try asking { () throws(EngineError) in try reader.engine.tickets(query, request) }
      keys += page.items.map(\.key)
      cursor = page.nextCursor
    } while cursor != nil && keys.count < 2 * size
    let half = min(size, keys.count / 2)
    // Every other one, so that both lots lie alike.
    let lots = keys.prefix(2 * half).enumerated()
    ours = lots.filter { $0.offset % 2 == 0 }.map { .key($0.element) }
    theirs = lots.filter { $0.offset % 2 == 1 }.map { ($0.element.number, $0.element.project.text) }
  }

  mutating func turn() {
    swap(&here, &there)
  }

  func move(_ reader: BoardReader) throws(BenchError) {
    try reader.apply(.changeTickets(.list(ours), .move(to: there.name)))
  }

  func move(_ baseline: StoreBaseline, _ project: ProjectRow) throws(BenchError) {
    let at = LocalEngine.systemTime().milliseconds
    let isDone = FillPlan.mainKey.withCString { key in
      here.name.withCString { from in
        there.name.withCString { to in
          let moves = theirs.compactMap { number, _ -> baseline_move? in
            guard let row = TicketRow(project: project, number: number, ordinal: 0) else {
              return nil
            }
            return baseline_move(
              project_key: key, ticket: row.id, from: Int64(here.id.number),
              to: Int64(there.id.number), from_name: from, to_name: to, at: at)
          }
          return baseline_transitions(baseline.pointer, moves, Int32(moves.count))
        }
      }
    }
    guard isDone == 1 else { throw baseline.failure }
  }
}
