import SluiceCore

/// Foretells what the board will be once the changes under way are made, in their order.
struct Forecaster {
  private(set) var forecasts: [TicketKey: Forecast]
  private var origins: [TicketKey: Origin] {
    didSet { numbers = Set(origins.keys.lazy.map(\.number)) }
  }
  /// The numbers of the tickets under way.
  private var numbers: Set<Int>
  private let actor: Actor
  private var board: Ground.Board

  /// `board` has the totals that were read.
  init(_ origins: [TicketKey: Origin], on board: Ground.Board, by actor: Actor) {
    self.origins = origins
    numbers = Set(origins.keys.lazy.map(\.number))
    self.board = board
    self.actor = actor
    forecasts = origins.mapValues { Forecast(card: $0.card, detail: $0.detail) }
    // Bound tickets are in no status' total.
    for origin in origins.values {
      count(from: origin.card?.bound == nil ? origin.counted : nil, to: origin.card)
    }
  }

  /// Makes the changes of what was asked for, as far as the rules let them be made.
  mutating func make(_ pending: PendingChange, onlyFirst: Bool = false) {
    guard let steps = pending.steps, var forecast = forecasts[steps.ticket] else { return }
    var expected = steps.expected
    for change in steps.changes.prefix(onlyFirst ? 1 : steps.changes.count) {
      let former = forecast.card
      let totals = board.totals
      let workflow = board.workflow
      let world = Circumstances(
        by: actor, at: pending.at, hasAssistant: board.hasAssistant,
        occupancy: { id in
          let place = workflow.statuses.firstIndex { $0.id == id }
          return place.flatMap { totals.indices.contains($0) ? totals[$0] : nil } ?? 0
        })
      guard forecast.make(change, expecting: expected, on: board, world) else { break }
      count(from: former?.bound == nil ? former?.status : nil, to: forecast.card)
      expected = .anything
    }
    forecasts[steps.ticket] = forecast
  }

  /// Leaves out tickets whose cards stand as they were read.
  mutating func keep(only origins: [TicketKey: Origin]) {
    self.origins = origins
  }

  private mutating func count(from former: Status.ID?, to card: Card?) {
    let new = card?.bound == nil ? card?.status : nil
    guard former != new else { return }
    if let former { shift(former, by: -1) }
    if let new { shift(new, by: 1) }
  }

  private mutating func shift(_ status: Status.ID, by difference: Int) {
    guard let place = board.workflow.statuses.firstIndex(where: { $0.id == status }),
      board.totals.indices.contains(place)
    else { return }
    board.totals[place] += difference
  }
}

extension Forecaster {
  /// The tickets in an order that is always the same.
  private var ordered: [(key: TicketKey, value: Origin)] {
    origins.sorted { ($0.key.number, $0.key.ordinal) < ($1.key.number, $1.key.ordinal) }
  }

  /// What the forecasts make of a board's columns under a filter.
  func patch(
    of column: ColumnState, project: ProjectKey, filter: BoardFilter, _ context: FilterContext
  ) -> ColumnPatch {
    var patch = ColumnPatch()
    patch.isByNumber = !filter.words.isEmpty
    let read = Dictionary(
      column.reading.cards(numbered: numbers).lazy.map { ($0.key, $0) },
      uniquingKeysWith: { first, _ in first })
    for (key, origin) in ordered where key.project == project {
      let card = forecasts[key]?.card
      let isHere = card?.status == column.status
      let isListed =
        card.map { card in
          origin.isListed(
            as: FilterSubject(card, in: board.workflow), under: filter, context)
        } ?? false
      patch.count(origin, in: column.status, card, isListed: isListed)
      let former = read[key]
      if isHere, isListed, let card, former == card { continue }
      if former != nil { patch.hidden.insert(key) }
      if isHere, isListed, let card { patch.added.append(card) }
    }
    return patch
  }
}

extension ColumnPatch {
  /// Counts a ticket out of where it was counted and into where it will be.
  fileprivate mutating func count(
    _ origin: Origin, in status: Status.ID, _ card: Card?, isListed: Bool
  ) {
    let isBound = (card ?? origin.card)?.bound != nil
    if origin.counted == status {
      if origin.isListed { countShift -= 1 }
      if !isBound { totalShift -= 1 }
    }
    if card?.status == status {
      if isListed { countShift += 1 }
      if !isBound { totalShift += 1 }
    }
  }
}

extension Origin {
  /// Whether a filter lets the ticket through as it will be; where that depends on what is not known here, such
  /// as what its description says, it stays as it was.
  func isListed(
    as card: FilterSubject, under filter: BoardFilter, _ context: FilterContext
  ) -> Bool {
    var known = filter
    known.words = []
    return (known.whole.verdict(on: card, context) ?? isListed)
      && (filter.words.isEmpty || isListed)
  }
}
