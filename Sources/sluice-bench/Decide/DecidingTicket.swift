import SluiceCore
import SluiceSamples

/// A ticket of which every move is decided: where it is, and what has been confirmed of its gates.
struct DecidingTicket {
  let status: Status.ID
  let progress: GateProgress

  /// As many tickets in each status: in turn one with some of the gate ahead confirmed, and one with all.
  static func sample(in workflow: Workflow, perStatus count: Int) -> [DecidingTicket] {
    var sampler = TicketSampler(seed: 1)
    return workflow.statuses.flatMap { status in
      (0..<count).map { number in
        let sample = GateProgress.sample(
          for: workflow, in: status.id, at: moment, &sampler)
        return DecidingTicket(
          status: status.id,
          progress: number % 2 == 0 ? sample : whole(of: workflow, in: status.id, &sampler))
      }
    }
  }

  private static let moment = Timestamp(milliseconds: 1_773_057_600_000)

  /// Samples put together until nothing is missing.
  private static func whole(
    of workflow: Workflow, in status: Status.ID, _ sampler: inout TicketSampler
  ) -> GateProgress {
    var progress = GateProgress()
    guard let gate = workflow.gateAhead(of: status) else { return progress }
    while !progress.unmet(of: gate, in: workflow).isEmpty {
      let more = GateProgress.sample(for: workflow, in: status, at: moment, &sampler)
      progress.marks.merge(more.marks) { $1 }
      progress.values.merge(more.values) { $1 }
      progress.valueStamps.merge(more.valueStamps) { $1 }
    }
    return progress
  }
}
