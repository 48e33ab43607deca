import CBaseline
import SluiceCore

/// What deciding costs: all moves of tickets in the five-stage workflow, beside the same decisions in C.
struct DecideFigures {
  let rounds: Int

  private static let ticketsPerStatus = 64

  func measure() throws(BenchError) -> Section {
    let race = try DecisionRace(.delivery, ticketsPerStatus: Self.ticketsPerStatus)
    var (ours, theirs) = (Samples(), Samples())
    for round in 0...(rounds * 5) {
      let start = Clock.now
      let sum = race.decide()
      let middle = Clock.now
      let sumOfC = race.decideInC()
      let end = Clock.now
      guard sum == sumOfC else { throw BenchError("C decides otherwise: \(sumOfC), not \(sum).") }
      guard round > 0 else { continue }
      ours.add(middle - start)
      theirs.add(end - middle)
    }
    let before = baseline_allocations()
    _ = race.decide()
    let allocations = Double(baseline_allocations() - before) / Double(race.decisions)
    return Section(
      title:
        "Deciding (every move of \(race.tickets.count) tickets in “\(race.workflow.name)”; medians)",
      figures: [
        Figure(
          name: "decisions", unit: .perSecond, value: rate(race.decisions, ours),
          baseline: ("table lookup in C", rate(race.decisions, theirs)),
          target: .valueAtLeast(1_000_000)),
        Figure(name: "allocations for each", unit: .count, value: allocations),
      ],
      notes: [
        "Ours gives the reason with names, the moves allowed and each unmet requirement; C gives a number."
      ])
  }

  private func rate(_ decisions: Int, _ samples: Samples) -> Double {
    Double(decisions) / samples.median * 1e9
  }
}
