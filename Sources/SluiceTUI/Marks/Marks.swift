import SluiceCore

/// What is marked to be changed together: single tickets, and all that a filter lets through.
struct Marks: Equatable {
  /// All tickets of a status, or of the board, as a query; they are never listed.
  struct Sweep: Equatable {
    /// `nil` for the whole board.
    let status: Status.ID?
    let filter: BoardFilter
    /// How many they were when they were marked.
    let count: Count
  }

  /// Single tickets, in the order in which they were marked.
  private(set) var keys: [TicketKey] = []
  private(set) var sweeps: [Sweep] = []
  /// What of the sweeps was taken out again.
  private(set) var except: [TicketKey] = []
  /// The ticket that was marked last in each column.
  private(set) var last: [Status.ID: TicketKey] = [:]

  var isEmpty: Bool { keys.isEmpty && sweeps.isEmpty }
}

extension Marks {
  /// The board that cards are marked on.
  struct Ground {
    let filter: BoardFilter
    let workflow: Workflow
    let context: FilterContext

    /// Whether a filter lets a card through that is shown here.
    ///
    /// What depends on more than cards tell is known only while the board is under the same filter.
    func passes(_ card: Card, _ other: BoardFilter) -> Bool {
      other.whole.verdict(on: FilterSubject(card, in: workflow), context) ?? (other == filter)
    }
  }

  /// Whether a card is marked.
  func contains(_ card: Card, on ground: Ground) -> Bool {
    guard !isEmpty else { return false }
    if keys.contains(card.key) { return true }
    return isSwept(card, on: ground) && !except.contains(card.key)
  }

  /// Whether a card is among those that were marked all at once.
  private func isSwept(_ card: Card, on ground: Ground) -> Bool {
    sweeps.contains { sweep in
      (sweep.status ?? card.status) == card.status && ground.passes(card, sweep.filter)
    }
  }

  /// Marks a ticket, or takes its mark away.
  mutating func toggle(_ card: Card, on ground: Ground) {
    if isSwept(card, on: ground) {
      if except.contains(card.key) {
        except.removeAll { $0 == card.key }
      } else {
        except.append(card.key)
      }
    } else if keys.contains(card.key) {
      keys.removeAll { $0 == card.key }
      last[card.status] = nil
      return
    } else {
      keys.append(card.key)
    }
    last[card.status] = card.key
  }

  /// Marks tickets, of which the last one is where one is.
  mutating func mark(_ cards: some Sequence<Card>, at card: Card, on ground: Ground) {
    for card in cards where !contains(card, on: ground) {
      if isSwept(card, on: ground) {
        except.removeAll { $0 == card.key }
      } else {
        keys.append(card.key)
      }
    }
    last[card.status] = card.key
  }

  /// Marks all of a status, or of the board.
  mutating func sweep(_ sweep: Sweep, listed: [Card]) {
    let covered = Set(listed.map(\.key))
    keys.removeAll(where: covered.contains)
    except.removeAll(where: covered.contains)
    sweeps.removeAll {
      $0.filter == sweep.filter && (sweep.status == nil || $0.status == sweep.status)
    }
    if sweeps.isEmpty { except = [] }
    sweeps.append(sweep)
  }

  /// Whether all of a status, or of the board, is marked under the filter.
  func isSweeping(_ status: Status.ID?, under filter: BoardFilter) -> Bool {
    sweeps.contains { ($0.status == status || $0.status == nil) && $0.filter == filter }
      && except.isEmpty
  }

  /// Takes the marks of tickets away that are no more; tells which they were.
  mutating func lose(_ gone: Set<TicketKey>) -> [TicketKey] {
    let lost = keys.filter(gone.contains)
    keys.removeAll(where: gone.contains)
    return lost
  }

  /// Takes away what was marked before, but for some tickets; what was marked since stays.
  mutating func release(_ former: Marks, but left: Set<TicketKey>) {
    keys.removeAll { former.keys.contains($0) && !left.contains($0) }
    sweeps.removeAll(where: former.sweeps.contains)
  }

  /// Keeps marked what was not changed.
  mutating func keepOnly(_ left: [TicketKey]) {
    self = Marks()
    keys = left
  }
}

extension Marks {
  /// What is marked, as the engine is asked for it.
  func tickets(of project: ProjectKey, in workflow: Workflow) -> TicketSet {
    let single = keys.map(TicketReference.key)
    guard !sweeps.isEmpty else { return .list(single) }
    let queries = sweeps.map { sweep in
      TicketQuery(
        project: .key(project), status: sweep.status.map(workflow.statusName),
        filter: sweep.filter)
    }
    return .joined(single, queries, except: except.map(TicketReference.key))
  }

  /// How many are marked, given how many a sweep finds now where that is known.
  func count(now: (Sweep) -> Count?) -> Count {
    let counts = sweeps.map { now($0) ?? $0.count }
    let sum = counts.reduce(keys.count - except.count) { $0 + $1.value }
    let isExact = counts.allSatisfy { $0 == .exactly($0.value) }
    return isExact ? .exactly(max(0, sum)) : .atLeast(max(0, sum))
  }
}
