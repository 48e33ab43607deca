internal import SluiceCore

extension Board: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      project: try parts.read("project"), workflow: try parts.read("workflow"),
      columns: try parts.read("columns"), sequence: try parts.read("sequence"),
      hasAssistant: try parts.read("has_assistant"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("project", project)
    writer.member("workflow", workflow)
    writer.member("columns", columns)
    writer.member("sequence", sequence)
    writer.member("has_assistant", hasAssistant)
  }
}

/// The board to begin with, if there is one.
struct OpeningAnswer: WireRecord {
  let board: Board?

  init(board: Board?) {
    self.board = board
  }

  init(parts: inout WireObject) throws(WireFault) {
    board = try parts.optional("board")
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("board", board)
  }
}

extension Board.Column: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      status: try parts.read("status_id"), count: try parts.read("count"),
      total: try parts.read("total"), window: try parts.read("window"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("status_id", status)
    writer.member("count", count)
    writer.member("total", total)
    writer.member("window", window)
  }
}

extension Count: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    let value: Int = try parts.read("value")
    self = try parts.read("exact", else: true) ? .exactly(value) : .atLeast(value)
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("value", value)
    if case .atLeast = self { writer.member("exact", false) }
  }
}

extension CountSlice: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    let counts: [CountPart] = try parts.read("counts")
    self.init(
      counts: Dictionary(counts.map { ($0.status, $0.count) }, uniquingKeysWith: +),
      cursor: try parts.optional("cursor"))
  }

  func writeParts(to writer: inout WireWriter) {
    let parts = counts.sorted { $0.key < $1.key }
    writer.member("counts", parts.map { CountPart(status: $0.key, count: $0.value) })
    writer.member("cursor", cursor)
  }
}

/// How many of one status were counted.
private struct CountPart: WireRecord {
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

extension CardWindow: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      cards: try parts.read("cards"), hasEarlier: try parts.read("has_earlier"),
      hasLater: try parts.read("has_later"), seen: try parts.optional("seen"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("cards", cards)
    writer.member("has_earlier", hasEarlier)
    writer.member("has_later", hasLater)
    writer.member("seen", seen)
  }
}
