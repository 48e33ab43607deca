import SluiceCore

extension AppState {
  /// The gate that the focused ticket meets next.
  var gateAhead: Gate? {
    board.focusedCard.flatMap { board.workflow.gateAhead(of: $0.status) }
  }

  mutating func workOnGate(_ command: CommandID) -> [Effect] {
    if case .ticket(let page) = layers.last {
      guard page.key == board.focusedCard?.key else {
        notice = Notice(
          kind: .information, text: "\(page.key) is not in focus on the board; esc goes back.")
        return []
      }
      pop()
    }
    guard let gate = gateAhead, let key = board.focusedCard?.key else {
      notice = Notice(kind: .information, text: "No gate leads out of this stage.")
      return []
    }
    guard case .gate(let place) = layers.last else { return enter(gate) }
    guard gate.requirements.indices.contains(place) else { return [] }
    let requirement = gate.requirements[place]
    switch command {
    case .toggleRequirement: return toggle(requirement, of: gate, on: key)
    case .fillRequirement: return fill(requirement, of: gate, on: key)
    case .clearRequirement:
      guard case .field(let field) = requirement else { return [] }
      let name = board.workflow.field(field)?.name ?? field
      return [applying(.setValue(field: field, text: nil), to: key, saying: "\(name) emptied")]
    default: return []
    }
  }

  /// Goes to the first thing that is left to do.
  private mutating func enter(_ gate: Gate) -> [Effect] {
    let progress = board.focusedDetail?.state.progress
    let place = gate.requirements.firstIndex { progress?.meets($0, of: gate) == false }
    push(.gate(place ?? 0))
    board.drawer = .gate
    return progress == nil ? loadFocused() : []
  }

  private mutating func toggle(
    _ requirement: Gate.Requirement, of gate: Gate, on key: TicketKey
  ) -> [Effect] {
    guard let progress = board.focusedDetail?.state.progress else { return loadFocused() }
    let isOn = !progress.meets(requirement, of: gate)
    switch requirement {
    case .item(let item):
      let text = "\(isOn ? "Ticked" : "Cleared") “\(gate.item(item)?.text ?? item)”"
      return [applying(.tick(gate: gate.key, item: item, isOn: isOn), to: key, saying: text)]
    case .acknowledgment:
      let text = isOn ? "Accepted" : "Acceptance taken back"
      return [applying(.acknowledge(gate: gate.key, isOn: isOn), to: key, saying: text)]
    case .field: return fill(requirement, of: gate, on: key)
    }
  }

  private mutating func fill(
    _ requirement: Gate.Requirement, of gate: Gate, on key: TicketKey
  ) -> [Effect] {
    guard case .field(let name) = requirement, let field = board.workflow.field(name) else {
      return toggle(requirement, of: gate, on: key)
    }
    let value = board.focusedDetail?.state.progress.values[name]?.text ?? ""
    if case .select(let options) = field.kind {
      var picker = Picker(
        .option(key, field: name), field.name,
        items: options.map { Picker.Item(value: $0, text: $0) })
      picker.selected = options.firstIndex(of: value) ?? 0
      push(.picker(picker))
    } else {
      push(
        .prompt(
          Prompt(
            .value(key, field: name), "\(field.name) (\(field.expectation))", text: value)))
    }
    return []
  }

  func applying(_ change: TicketChange, to key: TicketKey, saying text: String) -> Effect {
    .apply(.changeTicket(.key(key), change), .stay(saying: text))
  }

  mutating func goInGate(_ command: CommandID, _ place: Int) -> [Effect] {
    let last = max(0, (gateAhead?.requirementCount ?? 1) - 1)
    switch command {
    case .down: replaceLayer(.gate(min(place + 1, last)))
    case .up: replaceLayer(.gate(max(place - 1, 0)))
    case .top: replaceLayer(.gate(0))
    case .bottom: replaceLayer(.gate(last))
    default: break
    }
    return []
  }
}
