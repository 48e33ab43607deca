import SluiceCore

extension StoredCandidates {
  /// Keys of tickets that begin with what was typed: the newest of the projects, or those whose number
  /// begins with its digits.
  var tickets: [Candidate] {
    guard let dash = typed.firstIndex(of: "-"), let key = ProjectKey(typed[..<dash].uppercased())
    else { return newest(in: projectsInOrder) }
    let digits = typed[typed.index(after: dash)...]
    guard !digits.isEmpty else { return newest(in: [key]) }
    guard let number = Int(digits), number > 0, String(number) == digits else { return [] }
    return numbered(number, in: key)
  }

  /// The project that the line is about comes first.
  private var projectsInOrder: [ProjectKey] {
    let keys = projects.map(\.key)
    guard let project, let first = (try? engine.project(project))?.key, keys.contains(first) else {
      return keys
    }
    return [first] + keys.filter { $0 != first }
  }

  private func newest(in keys: [ProjectKey]) -> [Candidate] {
    var found: [Candidate] = []
    for key in keys where found.count < Completion.limit {
      let request = PageRequest(limit: Completion.limit - found.count)
      let page = try? engine.tickets(TicketQuery(project: .key(key)), request)
      found += (page?.items ?? []).map(Self.candidate)
    }
    return found
  }

  /// Looks numbers up one by one, the shortest first: 4, then 40 to 49, then 400 to 499.
  private func numbered(_ number: Int, in key: ProjectKey) -> [Candidate] {
    guard let last = (try? engine.project(.key(key)))?.ticketCounter else { return [] }
    var found: [Candidate] = []
    var looks = 0
    var first = number
    var count = 1
    while first <= last, looks < Self.mostLooks, found.count < Completion.limit {
      for candidate in first..<min(first + count, last + 1)
      where looks < Self.mostLooks && found.count < Completion.limit {
        looks += 1
        let reference = TicketReference.key(TicketKey(project: key, number: candidate))
        if let detail = try? engine.ticket(reference) {
          found.append(Self.candidate(detail.state.ticket))
        }
      }
      first *= 10
      count *= 10
    }
    return found
  }

  private static func candidate(_ ticket: Ticket) -> Candidate {
    Candidate(value: ticket.key.description, meaning: ticket.title)
  }

  private static let mostLooks = 2 * Completion.limit
}
