internal import SluiceCore

extension TicketSet: WireChoice {
  static let caseNames = ["list", "query"]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    self =
      name == "list" ? .list(try parts.read("tickets")) : .query(try TicketQuery(parts: &parts))
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .list(let tickets): writer.choice("list", ("tickets", tickets))
    case .query(let query): writer.choice("query", query.writeParts)
    }
  }
}

extension UndoSubject: WireChoice {
  static let caseNames = ["ticket", "mine", "change"]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "ticket": self = .ticket(try parts.read("ticket"))
    case "mine": self = .mine
    default: self = .change(try parts.read("number"))
    }
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .ticket(let ticket): writer.choice("ticket", ("ticket", ticket))
    case .mine: writer.choice("mine")
    case .change(let number): writer.choice("change", ("number", number))
    }
  }
}

extension Expectation: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(version: try parts.optional("version"), status: try parts.optional("status"))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("version", version)
    writer.member("status", status)
  }
}
