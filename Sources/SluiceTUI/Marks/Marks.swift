import SluiceCore

/// What is marked to be changed together: single tickets, and all that a filter lets through.
struct Marks: Equatable {
  /// All tickets of a status, or of the board, as a query; they are never listed.
  struct Sweep: Equatable {
    /// `nil` for the whole board.
    let status: Status.ID?
    let filter: BoardFilter
    /// The same in one, made once and not for each card.
    let whole: Filter
    /// How many they were when they were marked.
    let count: Count

    init(status: Status.ID?, filter: BoardFilter, count: Count) {
      self.status = status
      self.filter = filter
      self.count = count
      whole = filter.whole
    }
  }

  private var single = OrderedKeys()
  private(set) var sweeps: [Sweep] = []
  /// What of the sweeps was taken out again.
  private var except = OrderedKeys()
  /// The ticket that was marked last in each column.
  private(set) var last: [Status.ID: TicketKey] = [:]

  /// Single tickets, in the order in which they were marked.
  var keys: [TicketKey] { single.order }

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
    fileprivate func passes(_ card: Card, _ sweep: Sweep) -> Bool {
      sweep.whole.verdict(on: FilterSubject(card, in: workflow), context)
        ?? (sweep.filter == filter)
    }
  }

  /// Whether a card is marked.
  func contains(_ card: Card, on ground: Ground) -> Bool {
    guard !isEmpty else { return false }
    if single.contains(card.key) { return true }
    return isSwept(card, on: ground) && !except.contains(card.key)
  }

  /// Whether a card is among those that were marked all at once.
  private func isSwept(_ card: Card, on ground: Ground) -> Bool {
    sweeps.contains { sweep in
      (sweep.status ?? card.status) == card.status && ground.passes(card, sweep)
    }
  }

  /// Marks a ticket, or takes its mark away.
  mutating func toggle(_ card: Card, on ground: Ground) {
    if isSwept(card, on: ground) {
      if except.contains(card.key) {
        except.remove([card.key])
      } else {
        except.append(card.key)
      }
    } else if single.contains(card.key) {
      single.remove([card.key])
      last[card.status] = nil
      return
    } else {
      single.append(card.key)
    }
    last[card.status] = card.key
  }

  /// Marks tickets, of which the last one is where one is.
  mutating func mark(_ cards: some Sequence<Card>, at card: Card, on ground: Ground) {
    for card in cards where !contains(card, on: ground) {
      if isSwept(card, on: ground) {
        except.remove([card.key])
      } else {
        single.append(card.key)
      }
    }
    last[card.status] = card.key
  }

  /// Marks all of a status, or of the board.
  mutating func sweep(_ sweep: Sweep, listed: [Card]) {
    let covered = Set(listed.map(\.key))
    single.remove(covered)
    except.remove(covered)
    sweeps.removeAll {
      $0.filter == sweep.filter && (sweep.status == nil || $0.status == sweep.status)
    }
    if sweeps.isEmpty { except = OrderedKeys() }
    sweeps.append(sweep)
  }

  /// Whether all of a status, or of the board, is marked under the filter.
  func isSweeping(_ status: Status.ID?, under filter: BoardFilter) -> Bool {
    sweeps.contains { ($0.status == status || $0.status == nil) && $0.filter == filter }
      && except.order.isEmpty
  }

  /// Takes the marks of tickets away that are no more; tells which they were.
  mutating func lose(_ gone: Set<TicketKey>) -> [TicketKey] {
    let lost = keys.filter(gone.contains)
    single.remove(gone)
    return lost
  }

  /// Takes away what was marked before, but for some tickets; what was marked since stays.
  mutating func release(_ former: Marks, but left: Set<TicketKey>) {
    single.remove(Set(former.keys).subtracting(left))
    sweeps.removeAll(where: former.sweeps.contains)
  }

  /// Keeps marked what was not changed.
  mutating func keepOnly(_ left: [TicketKey]) {
    self = Marks()
    single = OrderedKeys(left)
  }
}

extension Marks {
  /// What is marked, as the engine is asked for it.
  func tickets(of project: ProjectKey) -> TicketSet {
    let single = keys.map(TicketReference.key)
    guard !sweeps.isEmpty else { return .list(single) }
    let queries = sweeps.map { sweep in
      TicketQuery(
        project: .key(project), column: sweep.status, filter: sweep.filter)
    }
    return .joined(single, queries, except: except.order.map(TicketReference.key))
  }

  /// How many are marked, given how many a sweep finds now where that is known.
  func count(now: (Sweep) -> Count?) -> Count {
    let counts = sweeps.map { now($0) ?? $0.count }
    let sum = counts.reduce(keys.count - except.order.count) { $0 + $1.value }
    let isExact = counts.allSatisfy { $0 == .exactly($0.value) }
    return isExact ? .exactly(max(0, sum)) : .atLeast(max(0, sum))
  }
}
