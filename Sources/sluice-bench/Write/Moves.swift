import CBaseline
import SluiceCore
import SluiceEngine
import SluiceSamples
import SluiceStore

/// Tickets of the largest project and where they are to go: to another status and, next time, back.
struct Moves {
  /// One ticket that goes to and fro.
  struct Move {
    let key: TicketKey
    let number: Int
    var here: Status
    var there: Status
  }

  private(set) var moves: [Move] = []
  private var next = 0

  /// Picks tickets at random; of `shares` equal lots of all tickets only the one with the number `share`,
  /// so that several writers never mean the same ticket.
  init(
    _ reader: BoardReader, count: Int, seed: UInt64, share: Int = 0, of shares: Int = 1
  ) throws(BenchError) {
    let tickets = try reader.ticketCount
    let workflow = try reader.board(limit: 1).workflow
    var random = SplitMix64(seed: seed)
    var seen: Set<Int> = []
    let most = min(count, max(1, tickets / shares - 1))
    while moves.count < most {
      let lot = Int(random.next() % UInt64(max(1, tickets / shares)))
      let number = min(tickets, lot * shares + share + 1)
      guard seen.insert(number).inserted else { continue }
      let key = TicketKey(project: reader.projectKey, number: number)
      let here = try reader.ticket(number).status
      guard let from = workflow.status(here) else { continue }
      guard let to = workflow.statuses.first(where: { $0.id != here && $0.wipLimit == nil }) else {
        continue
      }
      moves.append(Move(key: key, number: number, here: from, there: to))
    }
  }

  /// The next move; the same ticket's next one goes back.
  mutating func take() -> Move {
    defer {
      let move = moves[next]
      moves[next] = Move(key: move.key, number: move.number, here: move.there, there: move.here)
      next = (next + 1) % moves.count
    }
    return moves[next]
  }
}

extension Moves.Move {
  /// The move as a change.
  var change: Change { .changeTicket(.key(key), .move(to: there.name)) }

  /// Carries it out by the statements of C.
  func run(_ baseline: StoreBaseline, project: ProjectRow) throws(BenchError) {
    guard let row = TicketRow(project: project, number: number, ordinal: 0) else { return }
    let isDone = key.project.text.withCString { projectKey in
      here.name.withCString { from in
        there.name.withCString { to in
          var move = baseline_move(
            project_key: projectKey, ticket: row.id, from: Int64(here.id.number),
            to: Int64(there.id.number), from_name: from, to_name: to,
            at: LocalEngine.systemTime().milliseconds)
          return baseline_transition(baseline.pointer, &move)
        }
      }
    }
    guard isDone == 1 else { throw baseline.failure }
  }
}
