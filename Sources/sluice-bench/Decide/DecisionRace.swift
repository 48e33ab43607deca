import FoundationEssentials
import SluiceCore

/// The same decisions, taken by our rules and by tables in C.
struct DecisionRace {
  let workflow: Workflow
  let tickets: [DecidingTicket]
  private let baseline: RulesBaseline
  private let numbers: [(place: Int32, confirmed: UInt32)]
  /// How many tickets each status holds: in turn one less than it may, and as many.
  private let held: [Int32]

  init(_ draft: WorkflowDraft, ticketsPerStatus: Int) throws(BenchError) {
    guard
      let workflow = try? draft.validated(id: .make(), at: Timestamp(milliseconds: 0))
    else { throw BenchError("“\(draft.name)” has faults.") }
    let baseline = try RulesBaseline(workflow)
    self.workflow = workflow
    self.baseline = baseline
    tickets = DecidingTicket.sample(in: workflow, perStatus: ticketsPerStatus)
    numbers = tickets.map { ticket in
      let place = workflow.statuses.firstIndex { $0.id == ticket.status } ?? 0
      return (Int32(place), baseline.confirmed(ticket.progress))
    }
    held = workflow.statuses.enumerated().map { place, status in
      Int32(status.wipLimit ?? 1) - Int32(place % 2)
    }
  }

  /// How many decisions one time takes.
  var decisions: Int { tickets.count * workflow.statuses.count }

  /// Decides every move of every ticket and adds up the answers.
  func decide() -> Int64 {
    var sum: Int64 = 0
    for ticket in tickets {
      for (place, status) in workflow.statuses.enumerated() {
        let verdict = workflow.verdict(
          from: ticket.status, to: status.id, progress: ticket.progress, hasAssistant: true,
          occupancy: { _ in Int(held[place]) })
        sum += Int64(RulesBaseline.code(verdict))
      }
    }
    return sum
  }

  func decideInC() -> Int64 {
    baseline.sum(of: numbers, held: held)
  }
}
