internal import SluiceCore

extension BoardFilter: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    let assignee: String? = try parts.optional("assignee")
    let isUnassigned = try parts.read("unassigned", else: false)
    self.init(
      words: try parts.read("words", else: []), assignee: Assignee(assignee, isUnassigned),
      labels: try parts.read("labels", else: []),
      minimumPriority: try parts.optional("min_priority"),
      condition: try parts.read("where", else: .everything))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("words", unlessEmpty: words)
    switch assignee {
    case .named(let name): writer.member("assignee", name)
    case .nobody: writer.member("unassigned", true)
    case nil: break
    }
    writer.member("labels", unlessEmpty: labels)
    writer.member("min_priority", minimumPriority)
    if !condition.isEverything { writer.member("where", condition) }
  }
}

extension BoardFilter.Assignee {
  /// Whose tickets, from the two members that say it; `nil` for anyone's.
  init?(_ name: String?, _ isUnassigned: Bool) {
    if isUnassigned {
      self = .nobody
    } else if let name {
      self = .named(name)
    } else {
      return nil
    }
  }
}

/// A filter is the text that a person would type.
extension Filter: WireValue {
  init(wire json: JSONValue) throws(WireFault) {
    do {
      try self.init(try String(wire: json))
      // Negated, what nobody knows here would be everything.
      if let term = unresolvedTerm {
        throw WireFault("", "“\(term)” has to be put into words that mean the same for everyone.")
      }
    } catch let fault as FilterFault {
      throw WireFault("", fault.message)
    } catch let fault as WireFault {
      throw fault
    } catch {
      throw WireFault("", "Expected a filter.")
    }
  }

  func write(to writer: inout WireWriter) {
    writer.text(description)
  }
}

extension TicketQuery: WireRecord {
  init(parts: inout WireObject) throws(WireFault) {
    self.init(
      project: try parts.read("project"), status: try parts.optional("status"),
      column: try parts.optional("column"), filter: try parts.read("filter", else: .everything))
  }

  func writeParts(to writer: inout WireWriter) {
    writer.member("project", project)
    writer.member("status", status)
    writer.member("column", column)
    if !filter.isEverything { writer.member("filter", filter) }
  }
}
