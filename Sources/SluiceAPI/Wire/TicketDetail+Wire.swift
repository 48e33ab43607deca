internal import SluiceCore

extension TicketDetail: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      state: TicketState(
        ticket: try parts.read("ticket"), progress: try parts.read("progress")),
      project: try parts.read("project"), workflow: try parts.read("workflow"),
      comments: try parts.read("comments"),
      occupancy: Dictionary(try parts.read("occupancy") as [StatusCount]),
      hasAssistant: try parts.read("has_assistant"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("ticket", state.ticket)
    writer.member("progress", state.progress)
    writer.member("project", project)
    writer.member("workflow", workflow)
    writer.member("comments", comments)
    writer.member("occupancy", occupancy.counts)
    writer.member("has_assistant", hasAssistant)
  }
}

/// How many tickets a status holds.
private struct StatusCount: WireRecord {
  let status: Status.ID
  let count: Int

  init(status: Status.ID, count: Int) {
    self.status = status
    self.count = count
  }

  init(parts: inout WireObject) throws(WireFault) {
    status = try parts.read("status_id")
    count = try parts.read("count")
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("status_id", status)
    writer.member("count", count)
  }
}

extension [Status.ID: Int] {
  fileprivate init(_ counts: [StatusCount]) {
    self.init(counts.map { ($0.status, $0.count) }) { first, _ in first }
  }

  fileprivate var counts: [StatusCount] {
    sorted { $0.key < $1.key }.map { StatusCount(status: $0.key, count: $0.value) }
  }
}
