import SluiceCore

/// A ticket's history as a story: day by day, and what one person changed in one go told in one breath.
struct HistoryStory {
  /// What someone did, and what is to be said about it.
  struct Entry: Equatable {
    /// When it was done; of several things the last.
    let at: Timestamp
    let author: String
    /// What was done, one after the other.
    let deeds: [String]
    /// What the rules had to say.
    let warnings: [String]
    /// The gates that were passed, with what was ticked.
    let passages: [GatePassage]
  }

  /// The newest first.
  let entries: [Entry]

  /// How long after a change the next one is part of the same go, in seconds.
  private static let pause: Int64 = 15 * 60

  /// The story of events, newest first, of which the oldest changes may be incomplete.
  init(_ events: [Event], in workflow: Workflow, secondsFromUTC: Int) {
    var gos: [[Event]] = []
    for event in events {
      if let go = gos.last, Self.goesOn(from: event, to: go, secondsFromUTC) {
        gos[gos.count - 1].append(event)
      } else {
        gos.append([event])
      }
    }
    entries = gos.map { Entry($0.reversed(), in: workflow) }
  }

  /// Whether an event and the later ones that it stands before are one go.
  private static func goesOn(from event: Event, to later: [Event], _ secondsFromUTC: Int) -> Bool {
    guard let next = later.last else { return false }
    guard event.change != next.change else { return true }
    let seconds = Int64(secondsFromUTC)
    return event.body.kind.isEdit && later.allSatisfy { $0.body.kind.isEdit }
      && event.author == next.author && next.at.seconds(since: event.at) <= pause
      && event.at.advanced(bySeconds: seconds).day == next.at.advanced(bySeconds: seconds).day
  }
}

extension Event.Kind {
  /// Whether several of these are best told together.
  fileprivate var isEdit: Bool {
    switch self {
    case .ticketEdited, .labelAdded, .labelRemoved, .valueSet, .itemTicked, .itemCleared,
      .gateAcknowledged, .acknowledgmentWithdrawn:
      true
    default: false
    }
  }
}

extension HistoryStory.Entry {
  /// Tells events of one go, oldest first.
  fileprivate init(_ events: [Event], in workflow: Workflow) {
    at = events.last?.at ?? Timestamp(milliseconds: 0)
    author = events.last?.authorText ?? ""
    warnings = events.compactMap(\.body.warning)
    passages = events.compactMap { GatePassage($0, in: workflow) }
    deeds = DeedList(events.map(\.body), in: workflow).deeds
  }
}

/// Several things done in one go, of which those about the same thing are told as one.
private struct DeedList {
  private(set) var deeds: [String] = []

  init(_ bodies: [Event.Draft], in workflow: Workflow) {
    // Where it went is said before the gates on the way there.
    let moves = bodies.filter { $0.kind == .ticketMoved }
    var rest = (moves + bodies.filter { $0.kind != .ticketMoved })[...]
    while let first = rest.first {
      let same = rest.filter { $0.isLike(first) }
      rest = rest.filter { !$0.isLike(first) }[...]
      deeds += Self.told(same, in: workflow)
    }
  }

  private static func told(_ bodies: [Event.Draft], in workflow: Workflow) -> [String] {
    guard let first = bodies.first, let last = bodies.last, bodies.count > 1 else {
      return bodies.map { $0.story(in: workflow) }
    }
    switch first.kind {
    case .labelAdded:
      return ["added labels " + bodies.compactMap(\.subject).joined(separator: ", ")]
    case .labelRemoved:
      return ["removed labels " + bodies.compactMap(\.subject).joined(separator: ", ")]
    case .itemTicked, .itemCleared:
      let items = bodies.map { "“\(workflow.itemText($0.subject ?? ""))”" }.joined(separator: ", ")
      return ["\(first.kind == .itemTicked ? "ticked" : "cleared") \(items)"]
    case .ticketEdited, .valueSet:
      let whole = Event.Draft(last.kind, subject: last.subject, from: first.from, to: last.to)
      return [whole.story(in: workflow)]
    default: return bodies.map { $0.story(in: workflow) }
    }
  }
}

extension Event.Draft {
  /// Whether two are told as one.
  fileprivate func isLike(_ other: Event.Draft) -> Bool {
    guard kind == other.kind else { return false }
    switch kind {
    case .labelAdded, .labelRemoved, .itemTicked, .itemCleared: return true
    default: return subject == other.subject
    }
  }
}
