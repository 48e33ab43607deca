import SluiceCore

/// What boards and queues show against what the model's tickets say.
extension ModelRun {
  mutating func boardDifference(_ project: Int, in model: Model) -> String? {
    let query = BoardQuery(project: .key(model.projects[project].key), limit: 500)
    guard let board = try? world.engine.board(query) else { return "there is no board" }
    let home = model.current(model.projects[project].workflow)
    var expected: [Int: Set<String>] = [:]
    for (id, ticket) in model.tickets where ticket.project == project && !ticket.isDeleted {
      let own = model.definition(of: ticket)
      guard let status = own.status(ticket.status) else { return "\(id) is in no status" }
      let column = ticket.binding == nil ? status.number : home.column(for: status, of: own)
      expected[column, default: []].insert("\(model.key(of: id))")
      if ticket.binding != nil {
        cover(own.workflow == home.workflow ? "column of an own revision" : "column of a guest")
      }
    }
    for column in board.columns {
      let number = column.status.number
      let keys = column.window.cards.map { "\($0.key)" }
      let expectedKeys = expected[number] ?? []
      guard Set(keys) == expectedKeys, keys.count == column.count.value else {
        return
          "column \(number) shows \(keys) and counts \(column.count), not \(expectedKeys.sorted())"
      }
      let total = model.count(number, of: home.workflow, in: project)
      guard column.total == total else {
        return "status \(number) holds \(column.total), not \(total)"
      }
      expected[number] = nil
    }
    return expected.isEmpty ? nil : "no column shows \(expected)"
  }

  mutating func queueDifference(_ project: Int, in model: Model) -> String? {
    let reference = ProjectReference.key(model.projects[project].key)
    let query = QueueQuery(project: reference)
    let open = model.tickets.filter { _, ticket in
      ticket.project == project && !ticket.isDeleted
        && !model.definition(of: ticket).isOver(ticket.status)
    }
    let waiting = open.filter { $0.value.agent == nil && $0.value.target != "human" }.sorted {
      (-$0.value.priority, $0.value.entered, $0.key) < (
        -$1.value.priority, $1.value.entered, $1.key
      )
    }.map { "\(model.key(of: $0.key))" }
    cover(waiting.isEmpty ? "queue empty" : "queue waiting")
    let available = try? world.engine.available(query, PageRequest(limit: 500)).items
    guard available?.map({ "\($0.key)" }) == waiting else {
      return "the queue holds \(available?.map { "\($0.key)" } ?? []), not \(waiting)"
    }
    for agent in ["bot", "ant"] {
      let held = open.filter { $0.value.agent == agent }.keys.sorted()
        .map { "\(model.key(of: $0))" }
      cover(held.isEmpty ? "claimed nothing" : "claimed something")
      let claimed = try? world.engine.claimed(by: agent, query, PageRequest(limit: 500)).items
      guard claimed?.map({ "\($0.key)" }) == held else {
        return "\(agent) has \(claimed?.map { "\($0.key)" } ?? []), not \(held)"
      }
    }
    return nil
  }

  private mutating func cover(_ what: String) {
    coverage[what, default: 0] += 1
  }
}
