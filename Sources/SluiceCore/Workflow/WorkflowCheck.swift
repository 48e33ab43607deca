/// Collects every problem of a draft.
///
/// Source: rule 1.
struct WorkflowCheck {
  let draft: WorkflowDraft
  private(set) var faults: [WorkflowFault] = []

  init(draft: WorkflowDraft) {
    self.draft = draft
  }

  mutating func run() {
    checkName(draft.name, at: "name")
    checkWord(draft.enforcement, among: Enforcement.allCases.map(\.rawValue), at: "enforcement")
    checkStatuses()
    checkTransitions()
    checkStages()
    checkFields()
    checkGates()
  }

  private mutating func fault(_ place: String, _ message: String) {
    faults.append(WorkflowFault(place, message))
  }
}

extension WorkflowCheck {
  private mutating func checkStatuses() {
    if draft.statuses.isEmpty {
      fault("statuses", "A workflow needs at least one status; the first is where tickets start.")
    }
    if draft.statuses.count > Workflow.maximumStatuses {
      fault(
        "statuses", "At most \(Workflow.maximumStatuses) statuses, not \(draft.statuses.count).")
    }
    let words = Category.allCases.map(\.rawValue)
    for (index, status) in draft.statuses.enumerated() {
      checkName(status.name, at: "statuses[\(index)].name")
      checkWord(status.category, among: words, at: "statuses[\(index)].category")
      if let limit = status.wipLimit, limit < 1 {
        fault("statuses[\(index)].wip_limit", "A WIP limit is at least 1, not \(limit).")
      }
    }
    checkUnique(draft.statuses.map(\.name), "status", at: { "statuses[\($0)].name" })
  }

  private mutating func checkTransitions() {
    var seen: Set<WorkflowDraft.TransitionDraft> = []
    for (index, step) in draft.transitions.enumerated() {
      checkStatus(step.from, at: "transitions[\(index)].from")
      checkStatus(step.to, at: "transitions[\(index)].to")
      if step.from == step.to {
        fault("transitions[\(index)]", "“\(step.from)” to itself is not a move; leave it out.")
      }
      if !seen.insert(step).inserted {
        fault("transitions[\(index)]", "“\(step.from)” to “\(step.to)” is listed twice.")
      }
    }
  }

  private mutating func checkStatus(_ name: String, at place: String) {
    guard !draft.statuses.contains(where: { $0.name == name }) else { return }
    let known = draft.statuses.map(\.name)
    fault(place, "“\(name)” is not a status of this workflow" + suggestion(for: name, among: known))
  }
}

extension WorkflowCheck {
  private mutating func checkStages() {
    guard !draft.stages.isEmpty else { return }
    var homes: [String: String] = [:]
    for (index, stage) in draft.stages.enumerated() {
      checkKey(stage.key, at: "stages[\(index)].key")
      checkName(stage.name, at: "stages[\(index)].name")
      if stage.statuses.isEmpty {
        fault("stages[\(index)].statuses", "Stage “\(stage.key)” holds no status.")
      }
      for (position, name) in stage.statuses.enumerated() {
        let place = "stages[\(index)].statuses[\(position)]"
        checkStatus(name, at: place)
        if let home = homes.updateValue(stage.key, forKey: name) {
          fault(place, "“\(name)” is already in stage “\(home)”; a status is in exactly one.")
        }
      }
    }
    for (index, status) in draft.statuses.enumerated() where homes[status.name] == nil {
      fault("statuses[\(index)]", "“\(status.name)” is in no stage; a status is in exactly one.")
    }
    checkUnique(draft.stages.map(\.key), "stage", at: { "stages[\($0)].key" })
  }

  private mutating func checkFields() {
    for (index, field) in draft.fields.enumerated() {
      let place = "fields[\(index)]"
      checkKey(field.key, at: place + ".key")
      checkName(field.name, at: place + ".name")
      checkWord(field.type, among: ["text", "number", "select", "date"], at: place + ".type")
      if field.type == "select", field.options.isEmpty {
        fault(place + ".options", "A select field needs at least one option.")
      }
      if field.type != "select", !field.options.isEmpty {
        fault(
          place + ".options", "Only a select field has options; “\(field.key)” is \(field.type).")
      }
      for (position, option) in field.options.enumerated() {
        checkName(option, at: place + ".options[\(position)]")
      }
      checkUnique(field.options, "option", at: { place + ".options[\($0)]" })
    }
    checkUnique(draft.fields.map(\.key), "field", at: { "fields[\($0)].key" })
  }
}

extension WorkflowCheck {
  private mutating func checkGates() {
    let stageKeys = effectiveStageKeys
    for (index, gate) in draft.gates.enumerated() {
      let place = "gates[\(index)]"
      checkKey(gate.key, at: place + ".key")
      checkName(gate.name, at: place + ".name")
      checkStage(gate.from, among: stageKeys, at: place + ".from")
      checkStage(gate.to, among: stageKeys, at: place + ".to")
      if gate.from == gate.to {
        fault(
          place,
          "A gate stands between two stages; “\(gate.key)” leads from “\(gate.from)” to itself.")
      }
      checkRequirements(of: gate, at: place)
    }
    checkUnique(draft.gates.map(\.key), "gate", at: { "gates[\($0)].key" })
  }

  private mutating func checkRequirements(of gate: Gate, at place: String) {
    if gate.requirements.isEmpty {
      fault(place, "Gate “\(gate.key)” asks for nothing: add an acknowledgment, items or fields.")
    }
    if let text = gate.acknowledgment, text.trimmingBlanks.isEmpty {
      fault(place + ".acknowledgment", "The text to accept is empty.")
    }
    for (index, item) in gate.checklist.enumerated() {
      checkKey(item.key, at: place + ".checklist[\(index)].key")
      if item.text.trimmingBlanks.isEmpty {
        fault(place + ".checklist[\(index)].text", "The text of an item is empty.")
      }
    }
    checkUnique(gate.checklist.map(\.key), "item", at: { place + ".checklist[\($0)].key" })
    let known = draft.fields.map(\.key)
    for (index, key) in gate.requiredFields.enumerated() where !known.contains(key) {
      fault(
        place + ".required_fields[\(index)]",
        "“\(key)” is not a field of this workflow" + suggestion(for: key, among: known))
    }
    checkUnique(gate.requiredFields, "field", at: { place + ".required_fields[\($0)]" })
  }

  private mutating func checkStage(_ key: String, among known: [String], at place: String) {
    guard !known.contains(key) else { return }
    fault(place, "“\(key)” is not a stage of this workflow" + suggestion(for: key, among: known))
  }

  /// The keys that gates may name: the stages given, or those made from the categories in use.
  private var effectiveStageKeys: [String] {
    guard draft.stages.isEmpty else { return draft.stages.map(\.key) }
    return Category.allCases.map(\.rawValue).filter { word in
      draft.statuses.contains { $0.category == word }
    }
  }
}

extension WorkflowCheck {
  private mutating func checkName(_ name: String, at place: String) {
    if name.trimmingBlanks.isEmpty {
      fault(place, "A name is missing.")
    } else if name.trimmingBlanks != name {
      fault(place, "“\(name)” begins or ends with a blank.")
    } else if name.count > WorkflowDraft.maximumNameLength {
      fault(
        place,
        "A name has at most \(WorkflowDraft.maximumNameLength) characters, not \(name.count).")
    }
  }

  private mutating func checkKey(_ key: String, at place: String) {
    let isWellFormed = key.allSatisfy {
      $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0))
    }
    guard key.isEmpty || !isWellFormed || key.count > WorkflowDraft.maximumNameLength else {
      return
    }
    fault(place, "A key is made of letters, digits, “_”, “-” and “.”, not “\(key)”.")
  }

  private mutating func checkWord(_ word: String?, among known: [String], at place: String) {
    guard let word, !known.contains(word) else { return }
    let list = known.joined(separator: ", ")
    fault(place, "“\(word)” is unknown; expected one of \(list).")
  }

  private mutating func checkUnique(
    _ names: [String], _ what: String, at place: (Int) -> String
  ) {
    var seen: Set<String> = []
    for (index, name) in names.enumerated() where !seen.insert(name).inserted {
      fault(place(index), "There are two \(what)s called “\(name)”; each is named once.")
    }
  }

  private func suggestion(for name: String, among known: [String]) -> String {
    if let near = nearest(to: name, among: known) { return "; did you mean “\(near)”?" }
    guard !known.isEmpty else { return "; it has none." }
    return "; it has " + known.joined(separator: ", ") + "."
  }
}
