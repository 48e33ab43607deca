import SluiceCore

extension Event {
  /// One line for people: when, who, what, and what of it.
  var line: String {
    let who = agent.map { "\(actor) (\($0))" } ?? actor
    return [at.description, ticket?.description ?? project?.text ?? "–", who, what]
      .joined(separator: "  ")
  }

  /// What happened, for people.
  var what: String {
    var parts = [body.kind.rawValue]
    if let subject = body.subject { parts.append(subject.firstLine) }
    if body.from != body.to {
      parts.append("\(body.from?.firstLine ?? "–") → \(body.to?.firstLine ?? "–")")
    }
    if let warning = body.warning { parts.append("warning: " + warning) }
    return parts.joined(separator: "  ")
  }
}

extension String {
  /// The first line, with a mark if there are more.
  fileprivate var firstLine: String {
    let line = prefix { !$0.isNewline }
    return line.count == count ? self : line + " …"
  }
}
