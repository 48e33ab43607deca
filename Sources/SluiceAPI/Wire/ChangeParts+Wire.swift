internal import SluiceCore

extension TicketSet: WireChoice {
  static let caseNames = ["list", "query", "joined"]

  init(_ name: String, parts: inout WireObject) throws(WireFault) {
    switch name {
    case "list": self = .list(try parts.read("tickets"))
    case "query": self = .query(try TicketQuery(parts: &parts))
    default:
      self = .joined(
        try parts.read("tickets"), try parts.read("queries"), except: try parts.read("except"))
    }
  }

  func write(to writer: inout WireWriter) {
    switch self {
    case .list(let tickets): writer.choice("list", ("tickets", tickets))
    case .query(let query): writer.choice("query", query.writeParts)
    case .joined(let tickets, let queries, let except):
      writer.choice("joined", ("tickets", tickets), ("queries", queries), ("except", except))
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
