import SluiceCore

/// Makes changes up for one of the crowd.
struct CrowdHand {
  /// A change that was acknowledged.
  struct Told: Sendable {
    let number: Int64
    let change: Change
    let actor: Actor

    init(_ number: Int64, _ change: Change, _ actor: Actor) {
      self.number = number
      self.change = change
      self.actor = actor
    }

    /// The kinds of which it leaves an event at least.
    var kinds: Set<Event.Kind> {
      switch change {
      case .undo: [.changeUndone]
      case .redo: [.changeRedone]
      case .changeTicket(_, let change, _), .changeTickets(_, let change, _, _):
        switch change {
        case .move: [.ticketMoved]
        case .edit: [.ticketEdited, .labelAdded, .labelRemoved]
        case .tick: [.itemTicked, .itemCleared]
        case .setValue: [.valueSet]
        case .progress: [.itemTicked, .ticketMoved]
        case .comment: [.commented]
        case .claim: [.ticketClaimed, .ticketMoved]
        case .release: [.ticketReleased]
        default: []
        }
      default: []
      }
    }
  }

  private var random: SeededGenerator
  private let project: ProjectKey
  private let tickets: Int
  private let index: Int
  private var count = 0

  init(seed: UInt64, project: ProjectKey, tickets: Int, index: Int) {
    random = SeededGenerator(seed: seed)
    self.project = project
    self.tickets = tickets
    self.index = index
  }

  mutating func change() -> (Change, Actor) {
    count += 1
    let isAgent = Int.random(in: 0..<5, using: &random) == 0
    let actor = Actor(name: "p\(index)", agent: isAgent ? "bot-\(index)" : nil)
    switch Int.random(in: 0..<20, using: &random) {
    case 0: return (.undo(.mine), actor)
    case 1, 2: return (.undo(.ticket(reference())), actor)
    case 3: return (.redo(.ticket(reference())), actor)
    case 4, 5:
      let set = TicketSet.list(Array(Set([reference(), reference(), reference()])))
      return (
        .changeTickets(set, ticketChange(), isAtomic: Bool.random(using: &random)), actor
      )
    default: return (.changeTicket(reference(), ticketChange()), actor)
    }
  }

  private mutating func reference() -> TicketReference {
    let number = Int.random(in: 1...tickets, using: &random)
    return .key(TicketKey(project: project, number: number))
  }

  private mutating func ticketChange() -> TicketChange {
    switch Int.random(in: 0..<15, using: &random) {
    case 0...5:
      .move(to: ["New", "Doing", "Checked", "Closed"].randomElement(using: &random) ?? "")
    case 6: .tick(gate: "ready", item: "tests", isOn: Int.random(in: 0..<4, using: &random) > 0)
    case 7: .progress(gate: "ready", GateAnswers(checklist: ["tests"]), to: "Checked")
    case 8, 9: .claim(agent: "bot-\(index)")
    case 10: .release(agent: "bot-\(index)")
    case 11: .comment("\(index) says \(count)")
    case 12: .setValue(field: "size", text: "\(count)")
    case 13: .edit(TicketEdit(title: "\(index) names it \(count)"))
    default: .edit(TicketEdit(addedLabels: ["l\(count % 3)"], removedLabels: ["l\(index % 3)"]))
    }
  }
}

extension WorkflowDraft {
  /// Everything is in the way of everyone: one ticket at a time, and a gate before it.
  static let narrow = WorkflowDraft(
    name: "Narrow", enforcement: "strict",
    statuses: [
      .init("New", "backlog"), .init("Doing", "in_progress", wipLimit: 1),
      .init("Checked", "in_review", wipLimit: 1), .init("Closed", "done"),
    ],
    transitions: [
      .init("New", "Doing"), .init("Doing", "New"), .init("Doing", "Checked"),
      .init("Checked", "Doing"), .init("Checked", "Closed"), .init("Checked", "New"),
      .init("Closed", "New"),
    ],
    stages: [
      .init("plan", "Plan", ["New"]), .init("build", "Build", ["Doing"]),
      .init("check", "Check", ["Checked", "Closed"]),
    ],
    gates: [
      Gate(
        key: "ready", name: "Ready", from: "build", to: "check",
        checklist: [.init(key: "tests", text: "Tests pass")])
    ],
    fields: [.init("size", "Size", "number")])
}
