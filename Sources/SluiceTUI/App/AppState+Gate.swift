import SluiceCore

extension AppState {
  mutating func workOnGate(_ command: CommandID) -> [Effect] {
    if case .ticket(let page) = layers.last {
      guard page.key == currentKey else {
        say(
          "\(page.key) is not in focus on the board; \(keymap.shown(.back, in: .ticket)) goes back."
        )
        return []
      }
      pop()
    }
    guard let key = currentKey else { return sayThereIsNoGate() }
    guard let ground = currentGround else { return readFirst(key) }
    guard let gate = ground.gateAhead else { return sayThereIsNoGate() }
    guard case .gate(let place) = layers.last else { return enter(gate) }
    guard gate.requirements.indices.contains(place) else { return [] }
    let requirement = GateRequirement(gate.requirements[place], of: gate, ground, on: key)
    switch command {
    case .toggleRequirement: return toggle(requirement)
    case .fillRequirement: return fill(requirement)
    case .clearRequirement:
      guard let field = requirement.field else { return [] }
      return [
        applying(
          .setValue(field: field.key, text: nil), to: key, saying: "\(field.name) emptied")
      ]
    default: return []
    }
  }

  private mutating func sayThereIsNoGate() -> [Effect] {
    notice = Notice(kind: .information, text: "No gate leads out of this stage.")
    return []
  }

  /// Whether it is known that the focused ticket has no gate to work on.
  var isGateGone: Bool {
    currentGround.map { $0.gateAhead == nil } ?? false
  }

  /// Goes to the first thing that is left to do.
  private mutating func enter(_ gate: Gate) -> [Effect] {
    let detail = currentDetail
    let place = gate.requirements.firstIndex { requirement in
      detail.map { !$0.state.progress.meets(requirement, of: gate, in: $0.workflow) } ?? false
    }
    push(.gate(place ?? 0))
    board.drawer = .gate
    return detail == nil ? loadCurrent() : []
  }

  private mutating func toggle(_ requirement: GateRequirement) -> [Effect] {
    guard let progress = requirement.progress else { return loadCurrent() }
    let (gate, key) = (requirement.gate, requirement.key)
    let isOn = !progress.meets(requirement.requirement, of: gate, in: requirement.workflow)
    switch requirement.requirement {
    case .item(let item):
      let text = "\(isOn ? "Ticked" : "Cleared") “\(gate.item(item)?.text ?? item)”"
      return [applying(.tick(gate: gate.key, item: item, isOn: isOn), to: key, saying: text)]
    case .acknowledgment:
      let text = isOn ? "Accepted" : "Acceptance taken back"
      return [applying(.acknowledge(gate: gate.key, isOn: isOn), to: key, saying: text)]
    case .field: return fill(requirement)
    }
  }

  private mutating func fill(_ requirement: GateRequirement) -> [Effect] {
    guard let field = requirement.field else { return toggle(requirement) }
    ask(
      for: field, of: requirement.key, value: requirement.progress?.values[field.key]?.text ?? "")
    return []
  }

  /// Asks for the value of a field, given the one it has.
  mutating func ask(for field: Field, of key: TicketKey, value: String) {
    if case .select(let options) = field.kind {
      var picker = Picker(
        .option(key, field), field.name, items: options.map { Picker.Item(value: $0, text: $0) })
      picker.selected = options.firstIndex(of: value) ?? 0
      push(.picker(picker))
    } else {
      let question = "\(field.name) (\(field.expectation))"
      var prompt = Prompt(.value(key, field), question, text: value)
      prompt.version = detail(of: key)?.state.ticket.version
      push(.prompt(prompt))
    }
  }

  func applying(_ change: TicketChange, to key: TicketKey, saying text: String) -> Effect {
    .apply(.changeTicket(.key(key), change), .stay(saying: text))
  }

  mutating func goInGate(_ command: CommandID, _ place: Int) -> [Effect] {
    let last = max(0, (currentGround?.gateAhead?.requirementCount ?? 1) - 1)
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

/// A requirement of the gate ahead of a ticket, with what is needed to work on it.
private struct GateRequirement {
  let requirement: Gate.Requirement
  let gate: Gate
  let workflow: Workflow
  let progress: GateProgress?
  /// The field that it asks for, if it asks for one.
  let field: Field?
  let key: TicketKey

  init(_ requirement: Gate.Requirement, of gate: Gate, _ ground: Ground, on key: TicketKey) {
    self.requirement = requirement
    self.gate = gate
    workflow = ground.workflow
    progress = ground.progress
    if case .field(let name) = requirement {
      field = ground.workflow.field(name)
    } else {
      field = nil
    }
    self.key = key
  }
}
