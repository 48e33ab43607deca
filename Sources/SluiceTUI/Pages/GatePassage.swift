import SluiceCore

/// A gate that a ticket has passed, with what was confirmed then.
struct GatePassage: Equatable {
  /// One thing that was confirmed.
  struct Tick: Equatable {
    let text: String
    let stamp: GateProgress.Stamp
  }

  /// The number of the change.
  let change: Int64
  let at: Timestamp
  let author: String
  /// The gate's name, or its key where the workflow has none of that key any more.
  let gate: String
  /// From which stage to which, if the workflow still says so.
  let stages: String?
  /// In the order of the gate; what the gate does not ask for any more is not among them.
  let ticks: [Tick]

  /// `nil` for any other event.
  init?(_ event: Event, in workflow: Workflow) {
    guard event.body.kind == .gatePassed, let key = event.body.subject else { return nil }
    let known = workflow.gate(key)
    change = event.change
    at = event.at
    author = event.authorText
    gate = known?.name ?? key
    stages = known.map { gate in
      [gate.from, gate.to].map { key in
        workflow.stages.first { $0.key == key }?.name ?? key
      }
      .joined(separator: " → ")
    }
    guard case .cleared(let marks)? = event.body.trace else {
      ticks = []
      return
    }
    ticks = (known?.requirements ?? []).compactMap { requirement in
      let item: String?
      switch requirement {
      case .item(let key): item = key
      case .acknowledgment: item = nil
      case .field: return nil
      }
      let text = known.map { workflow.line(on: requirement, of: $0, given: nil) } ?? ""
      return marks[.init(gate: key, item: item)].map { Tick(text: text, stamp: $0) }
    }
  }

  /// The passages that events tell of and that nobody has taken back since, newest first.
  static func standing(in events: [Event], _ workflow: Workflow) -> [GatePassage] {
    var undone: Set<Int64> = []
    var passages: [GatePassage] = []
    for event in events.reversed() {
      switch (event.body.kind, event.body.trace) {
      case (.changeUndone, .change(let change)?): undone.insert(change)
      case (.changeRedone, .change(let change)?): undone.remove(change)
      default:
        if let passage = GatePassage(event, in: workflow) { passages.append(passage) }
      }
    }
    return passages.reversed().filter { !undone.contains($0.change) }
  }
}
