import SluiceCore

/// What triage reads, always ahead of the ticket that is being decided about.
extension AppState {
  /// What is asked for once the first screen is painted.
  mutating func begin() -> [Effect] { readAhead() + beginCounting() }

  /// Asks for what is lacking: the next cards, and the pages of the next tickets.
  mutating func readAhead() -> [Effect] {
    guard triage != nil else { return [] }
    judgePassed()
    sweepIfDue()
    var effects: [Effect] = []
    if let place = triage?.queue.nextPlace, let query = query(at: place) {
      updateTriage { $0.queue.await(query) }
      effects.append(.loadTriage(query, .next))
    }
    var keys: [TicketKey] = []
    updateTriage { keys = $0.queue.takeUnread() }
    return effects + keys.map(Effect.loadTicket)
  }

  /// Goes through the columns once more at the end, where they hold tickets that were not shown.
  private mutating func sweepIfDue() {
    guard let triage, triage.queue.upcoming.count <= 1, triage.queue.next == nil else { return }
    let progress = triageProgress(triage)
    guard
      progress.total - triage.queue.passed.count > triage.queue.upcoming.count
        || !progress.isExact
    else { return }
    updateTriage { _ = $0.queue.sweep() }
  }

  func triageProgress(_ triage: Triage) -> Triage.Progress {
    let columns = board.columns.filter { triage.queue.columns.contains($0.status) }
    return triage.progress(counts: columns.map(\.count))
  }

  /// Judges which of the tickets that were passed are still among what the columns count.
  private mutating func judgePassed() {
    let filter = filter
    guard let columns = triage?.queue.columns,
      triage?.queue.isToBeJudged(by: filter) == true
    else { return }
    let (whole, context, workflow) = (filter.whole, filterContext, board.workflow)
    updateTriage { triage in
      triage.queue.judge(by: filter) { card in
        // Where cards do not tell, a ticket is still there that was found there.
        columns.contains(card.status)
          && whole.verdict(on: FilterSubject(card, in: workflow), context) ?? true
      }
    }
  }

  private func query(at place: TriageQueue.Place) -> ColumnQuery? {
    guard let triage, triage.queue.columns.indices.contains(place.column) else { return nil }
    let anchor = place.below.map(ColumnQuery.Anchor.below) ?? .top
    return query(triage.queue.columns[place.column], anchor)
  }

  mutating func take(
    _ result: Result<CardWindow, EngineError>, _ query: ColumnQuery,
    _ purpose: Effect.TriagePurpose
  ) -> [Effect] {
    guard triage != nil, query.filter == filter else { return [] }
    switch (result, purpose) {
    case (.failure(let error), .next):
      updateTriage { $0.queue.giveUp(query) }
      failReading(error)
    case (.failure(let error), .again):
      updateTriage { $0.rereading = nil }
      failReading(error)
    case (.success(let window), .next): updateTriage { $0.queue.take(window, for: query) }
    case (.success(let window), .again): return retake(window)
    }
    return []
  }

  /// Reads again what comes next, for others have changed something.
  mutating func rereadTriage() -> [Effect] {
    guard let triage else { return [] }
    updateTriage { $0.queue.retry() }
    guard triage.rereading == nil, let place = triage.queue.placeAfterCurrent,
      let query = query(at: place)
    else {
      updateTriage { $0.isRereadDue = $0.rereading != nil }
      return loadCurrent()
    }
    updateTriage { ($0.rereading, $0.isRereadDue) = (place, false) }
    return loadCurrent() + [.loadTriage(query, .again)]
  }

  private mutating func retake(_ window: CardWindow) -> [Effect] {
    guard let triage, let place = triage.rereading else { return [] }
    guard place == triage.queue.placeAfterCurrent else {
      updateTriage { $0.rereading = nil }
      return rereadTriage()
    }
    var gone: [TicketKey] = []
    updateTriage { triage in
      triage.rereading = nil
      gone = triage.queue.retake(window, after: place)
    }
    for key in gone where pending.origins[key] == nil {
      updateTriage {
        $0.trail.append(.absence(of: key, "left out: others moved or deleted it"))
      }
    }
    guard self.triage?.isRereadDue == true else { return [] }
    return rereadTriage()
  }

  /// Takes the page of a ticket, or that there is none any more.
  mutating func takeInTriage(_ result: Result<TicketDetail, EngineError>, of key: TicketKey) {
    guard let triage, triage.queue.upcoming.contains(where: { $0.key == key }) else { return }
    let workflow = board.workflow
    switch result {
    case .success(let detail):
      updateTriage { $0.queue.update(key) { $0.take(detail, in: workflow) } }
      if let reason = absence(of: key) { leaveOut(key, reason) }
    case .failure(let error) where error.code == .notFound: leaveOut(key, "was deleted meanwhile")
    case .failure: break
    }
  }

  /// Why a ticket that was read is not to be decided about here; `nil` if it is.
  private func absence(of key: TicketKey) -> String? {
    guard let triage, pending.marks[key] == nil,
      let entry = triage.queue.upcoming.first(where: { $0.key == key }), !entry.isReturning,
      !triage.queue.columns.contains(entry.card.status)
    else { return nil }
    return "was moved to \(entry.card.statusName(in: board.workflow)) meanwhile"
  }

  /// Leaves a ticket out with a word; the one in sight stays there until a key goes on.
  private mutating func leaveOut(_ key: TicketKey, _ reason: String) {
    updateTriage { triage in
      if triage.current?.key == key {
        triage.queue.update(key) { $0.absence = reason }
      } else {
        triage.queue.leaveOut(key)
        triage.trail.append(.absence(of: key, reason))
      }
    }
  }
}
