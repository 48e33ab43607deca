@testable import SluiceCore

/// Tickets of every kind in one workflow with a gate.
struct FilterScene {
  let workflow: Workflow
  private let project: ProjectKey

  init() throws {
    project = try Given.key.project
    workflow = try Given.workflow(try Given.draft(Given.shipIt))
  }

  func subject(_ random: inout SeededGenerator) -> FilterSubject {
    let status = workflow.statuses[random.below(workflow.statuses.count)].id
    let ticket = Ticket(
      id: .make(), key: TicketKey(project: project, number: 30 + random.below(20)),
      title: ["Login fails", "Two words", "É"][random.below(3)],
      description: ["", "日本 login"][random.below(2)], status: status,
      priority: Priority.allCases[random.below(4)],
      assignee: [nil, "ann", "me", "none"][random.below(4)],
      labels: [[], ["ui"], ["a\"b", "ui"]][random.below(3)],
      due: random.chance(50) ? CalendarDay(daysSinceEpoch: 20_510 + random.below(30)) : nil,
      agent: random.chance(30) ? "claude" : nil, createdAt: before(&random),
      updatedAt: before(&random), enteredAt: Given.noon)
    var progress = GateProgress()
    if random.chance(50) {
      let stamp = GateProgress.Stamp(by: "bo", at: Given.noon)
      progress.marks[.init(gate: "ready", item: nil)] = stamp
      progress.marks[.init(gate: "ready", item: "tests")] = stamp
      if random.chance(50) { progress.values["root_cause"] = .text("rust") }
    }
    return FilterSubject(TicketState(ticket: ticket, progress: progress), in: workflow)
  }

  private func before(_ random: inout SeededGenerator) -> Timestamp {
    Given.noon.advanced(bySeconds: -Int64(random.below(40 * 86_400)))
  }
}
