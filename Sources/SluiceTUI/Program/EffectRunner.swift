import SluiceCore
import Synchronization

/// Carries out the effects that ask the engine, and says what came of them.
struct EffectRunner: Sendable {
  let engine: any Engine
  let actor: Actor
  /// Names each change that is sent over a line, so that sending it again does not make it twice.
  private let sent = SentChange()

  init(engine: any Engine, actor: Actor) {
    self.engine = engine
    self.actor = actor
  }

  /// What the engine answers to an effect; `nil` for effects that are not the engine's.
  ///
  /// `progress` is told how far changes of many tickets have come, and answers whether to go on.
  func run(_ effect: Effect, progress: ChangeProgress? = nil) -> Message? {
    switch effect {
    case .loadBoard(let query, let purpose):
      .boardLoaded(result { () throws(EngineError) in try engine.board(query) }, query, purpose)
    case .count(let query):
      .counted(result { () throws(EngineError) in try engine.count(query) }, query)
    case .loadColumn(let query):
      .columnLoaded(result { () throws(EngineError) in try engine.column(query) }, query)
    case .loadTriage(let query, let purpose):
      .triageLoaded(
        result { () throws(EngineError) in try engine.column(query) }, query, purpose)
    case .loadTicket(let key):
      .ticketLoaded(result { () throws(EngineError) in try engine.ticket(.key(key)) }, key)
    case .loadHistory(let key, let page):
      .historyLoaded(
        result { () throws(EngineError) in try engine.history(of: .key(key), page) }, key, page)
    case .loadProjects:
      .projectsLoaded(
        result { () throws(EngineError) in
          try engine.projects(PageRequest(limit: PageRequest.maximumLimit)).items
        })
    case .loadSuggestions(let kind, let project, let prefix):
      .suggestionsLoaded(
        (try? engine.suggestions(kind, in: project, prefix: prefix, limit: 50)) ?? [], kind,
        query: prefix)
    case .apply(let change, let purpose):
      .applied(
        result { () throws(EngineError) in
          try apply(change, as: sent.next(), change.isOfMany ? progress : nil)
        }, purpose)
    case .applyAgain(let change, let purpose):
      .applied(
        result { () throws(EngineError) in try apply(change, as: sent.last(), nil) }, purpose)
    case .preview(let change):
      .previewed(
        result { () throws(EngineError) in
          try engine.preview(change, by: actor, progress: progress)
        }, change)
    case .loadDeletions(let query):
      .deletionsLoaded((try? engine.events(query, PageRequest(limit: 500)).items) ?? [])
    case .loadLatest(let key):
      // A change through a gate leaves several events.
      .latestLoaded(
        (try? engine.history(of: .key(key), PageRequest(limit: 5)).items)?.telling, key)
    case .loadEarlierDeed:
      .earlierDeedLoaded(
        result { () throws(EngineError) in try engine.lastDeed(of: actor) })
    case .interrupt, .edit, .keepDraft, .loadDraft, .rest, .fade, .awaitKey, .run, .editSettings,
      .remember, .saveView, .redraw, .suspend, .quit:
      nil
    }
  }

  private func apply(
    _ change: Change, as id: Change.ID, _ progress: ChangeProgress?
  ) throws(EngineError) -> Receipt {
    guard let link = engine as? any EngineLink else {
      return try engine.apply(change, by: actor, progress: progress)
    }
    return try link.apply(change, by: actor, as: id)
  }

  private func result<Success>(
    _ work: () throws(EngineError) -> Success
  ) -> Result<Success, EngineError> {
    do {
      return .success(try work())
    } catch {
      return .failure(error)
    }
  }
}

/// The id of the change that was sent last.
private final class SentChange: Sendable {
  private let id = Mutex(Change.ID.make())

  /// A new one, for a change that is sent the first time.
  func next() -> Change.ID {
    id.withLock { id in
      id = .make()
      return id
    }
  }

  /// The same as before, for the change that was sent last.
  func last() -> Change.ID {
    id.withLock { $0 }
  }
}

extension Change {
  /// Whether it may take long, for it is about a set of tickets.
  fileprivate var isOfMany: Bool {
    if case .changeTickets = self { true } else { false }
  }
}

extension Effect {
  /// Whether it may take long, and be given up.
  var isOfMany: Bool {
    switch self {
    case .preview: true
    case .apply(let change, _): change.isOfMany
    default: false
    }
  }

  /// Whether it changes something.
  var isWrite: Bool {
    switch self {
    case .apply, .applyAgain: true
    default: false
    }
  }

  /// Whether it is still to be done once the person has left.
  var outlivesLeaving: Bool {
    if case .keepDraft = self { true } else { isWrite }
  }

  /// Whether a later effect makes this one needless.
  func isSuperseded(by later: Effect) -> Bool {
    switch (self, later) {
    case (.loadBoard(_, let mine), .loadBoard(_, let theirs)): mine == theirs
    case (.loadSuggestions(let mine, _, _), .loadSuggestions(let theirs, _, _)): mine == theirs
    // What is counted for a board that is shown no longer.
    case (.count, .loadBoard(_, .open)), (.count, .count): true
    case (.loadTicket, _), (.loadHistory, _), (.loadLatest, _), (.loadColumn, _), (.loadTriage, _),
      (.loadEarlierDeed, _):
      self == later
    default: false
    }
  }
}
