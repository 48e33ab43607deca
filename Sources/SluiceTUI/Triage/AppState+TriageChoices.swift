import Drawing
import SluiceCore

/// What can be decided about the ticket that triage shows.
extension AppState {
  /// Whether keys go to triage itself, or to the gate of its ticket.
  var isDeciding: Bool {
    switch layers.last {
    case .triage: true
    case .gate: triage != nil
    default: false
    }
  }

  /// Why the ticket that triage shows is not to be decided about any more; `nil` if it is.
  var absenceInTriage: String? {
    guard isDeciding, let entry = triage?.current else { return nil }
    return entry.absence.map { "\(entry.key) \($0)" }
  }

  func triageChoices(_ triage: Triage, _ entry: TriageEntry) -> TriageChoices {
    let keys = keymap
    let moves = moveCells(entry)
    let priorities = Self.priorities.compactMap { keys.choice($0.command, $0.priority.name) }
    let (skip, undo) = (keys.choice(.skip, "skip"), keys.choice(.undo, "undo"))
    let (leave, help) = (keys.choice(.leaveTriage, "leave"), keys.choice(.help, "help"))
    guard isRoomyForTriage else {
      let priority = TriageChoices.Cell(key: priorities.map(\.key).joined(), text: "prio")
      let edits = [
        priority, keys.choice(.assign, "assign"), keys.choice(.labels, "label"),
        keys.choice(.comment, "note"),
      ]
      return TriageChoices(
        tight: [moves, edits.compactMap(\.self), [skip, undo, leave, help].compactMap(\.self)],
        columns: triageColumns)
    }
    let edits = [
      keys.choice(.assign, "assign"), keys.choice(.labels, "label"),
      keys.choice(.comment, "comment"), keys.choice(.editTicket, "edit"),
    ]
    let rest = [
      skip, undo, keys.choice(.openTicket, "open"), keys.choice(.decisions, "decisions"), leave,
      help,
    ]
    return TriageChoices(
      [
        .init(cells: moves, label: "move it on"),
        .init(
          cells: priorities, label: "priority   (now \(entry.card.priority.name))", step: 12),
        .init(cells: edits.compactMap(\.self) + againCells(triage)),
        .init(cells: rest.compactMap(\.self), step: 13),
      ], columns: triageColumns)
  }

  private static let priorities: [(command: CommandID, priority: Priority)] = [
    (.priorityUrgent, .urgent), (.priorityHigh, .high), (.priorityMedium, .medium),
    (.priorityLow, .low),
  ]

  /// The moves that have a number, each with what stands in its way, and the way to the gate's list.
  private func moveCells(_ entry: TriageEntry) -> [TriageChoices.Cell] {
    guard let ground = board.ground(of: entry.card, entry.detail) else {
      return [.init(key: "", text: "Reading …", role: .dim)]
    }
    let keys = keymap
    let cells = ground.moveOptions.compactMap { option -> TriageChoices.Cell? in
      guard let number = option.number else { return nil }
      var cell = keys.choice(.moveToNumber, option.status.name, variant: number - 1)
      cell?.role = option.verdict.isAllowed ? .moveAllowed : .moveBlocked
      cell?.reason = option.reason ?? ""
      return cell
    }
    let gate = ground.gateAhead == nil ? nil : keys.choice(.focusGate, "gate")
    guard cells.isEmpty else { return cells + [gate].compactMap(\.self) }
    return [.init(key: "", text: "Nothing leads out of here.", role: .dim)]
      + [gate].compactMap(\.self)
  }

  private func againCells(_ triage: Triage) -> [TriageChoices.Cell] {
    let keys = keymap
    return [
      triage.lastAssignee.flatMap { keys.choice(.assignAgain, "→ \($0)") },
      triage.lastLabel.flatMap { keys.choice(.labelAgain, "+ \($0)") },
    ].compactMap(\.self)
  }

  /// Why a move cannot be taken, and what helps; `nil` if it can be taken.
  func blockage(of option: MoveOption, on ground: Ground) -> String? {
    guard case .refused(let rejection) = option.verdict else { return nil }
    guard case .gatesUnmet(_, let target, let needs) = rejection, let need = needs.first else {
      return rejection.message + " " + rejection.nextStep
    }
    let gate = "The gate “\(need.gate.name)” before \(target)"
    let key = keymap.shown(.focusGate, in: .triage)
    let help = need.gate.key == ground.gateAhead?.key ? " \(key) goes to its list." : ""
    guard ground.progress != nil else {
      return "\(gate) has \(need.unmet.count) of \(need.gate.requirementCount) left.\(help)"
    }
    return "\(gate) still asks for: \(need.texts.joined(separator: "; ")).\(help)"
  }
}
