import SluiceCore

extension StoredCandidates {
  /// Keys of tickets that begin with what was typed: the newest of the projects, those whose number begins
  /// with its digits, or behind a dot the sub-tasks of that number.
  var tickets: [Candidate] {
    guard let dash = typed.firstIndex(of: "-"), let key = ProjectKey(typed[..<dash].uppercased())
    else { return newest(in: projectsInOrder) }
    let digits = typed[typed.index(after: dash)...]
    guard !digits.isEmpty else { return newest(in: [key]) }
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let number = Int(parts[0]), number > 0, String(number) == parts[0]
    else { return [] }
    guard parts.count == 1 else { return subTasks(of: number, in: key) }
    let found = numbered(number, in: key)
    return Array(
      (found.prefix(1) + subTasks(of: number, in: key) + found.dropFirst())
        .prefix(Completion.limit))
  }

  /// The sub-tasks of a number, looked up one by one until there seem to be no more.
  private func subTasks(of number: Int, in key: ProjectKey) -> [Candidate] {
    var found: [Candidate] = []
    var misses = 0
    var ordinal = 1
    while misses < Self.mostMisses, found.count < Completion.limit {
      let reference = TicketReference.key(
        TicketKey(project: key, number: number, ordinal: ordinal))
      if let detail = try? engine.ticket(reference) {
        found.append(Self.candidate(detail.state.ticket))
        misses = 0
      } else {
        misses += 1
      }
      ordinal += 1
    }
    return found
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
  /// Sub-tasks may be deleted, so that one that is missing need not be the end.
  private static let mostMisses = 3
}
