extension WorkflowCheck {
  mutating func checkStages() {
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
    checkEveryStatusHasAStage(homes)
    checkUnique(draft.stages.map(\.key), "stages", at: { "stages[\($0)].key" })
  }

  private mutating func checkEveryStatusHasAStage(_ homes: [String: String]) {
    guard !hasUnreadStage else { return }
    for (index, status) in draft.statuses.enumerated()
    where homes[status.name] == nil && !status.name.isEmpty {
      fault("statuses[\(index)]", "“\(status.name)” is in no stage; a status is in exactly one.")
    }
  }

  /// Whether the statuses of some stage could not be read, so that any status may belong there.
  private var hasUnreadStage: Bool {
    draft.stages.enumerated().contains { index, stage in
      damage.covers("stages[\(index)].statuses") || stage.statuses.contains("")
    }
  }

  /// A key where a stage is meant: one of those given, or of those made from the categories in use.
  mutating func checkStage(_ key: String, at place: String) {
    guard !damage.covers("stages") else { return }
    guard draft.stages.isEmpty else {
      return checkReference(key, to: "stage", among: draft.stages.map(\.key), at: place)
    }
    let words = Category.allCases.map(\.rawValue)
    let used = Set(draft.statuses.map { nearest(to: $0.category, among: words) ?? $0.category })
    let known = words.filter(used.contains)
    // A category that is no word may have been meant to be this stage's.
    guard !known.isEmpty, known.count == used.count else { return }
    checkReference(key, to: "stage", among: known, at: place)
  }
}
