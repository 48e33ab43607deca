import SluiceCore

extension AppState {
  mutating func goInPreview(_ command: CommandID, _ target: Int) -> [Effect] {
    let last = board.columns.count - 1
    switch command {
    case .left: showPreview(max(0, target - 1))
    case .right: showPreview(min(last, target + 1))
    case .firstColumn, .top: showPreview(0)
    case .lastColumn, .bottom: showPreview(last)
    default: break
    }
    return []
  }

  private mutating func showPreview(_ target: Int) {
    replaceLayer(.preview(target: target))
    fitToSize()
  }

  mutating func takePreview(_ target: Int) -> [Effect] {
    pop()
    fitToSize()
    guard let key = board.focusedCard?.key, board.columns.indices.contains(target) else {
      return []
    }
    return go(key, to: board.workflow.statusName(board.columns[target].status))
  }
}

extension Ground {
  /// What is said of a status that could be moved to.
  func previewText(_ option: MoveOption) -> String {
    let way = (option.path ?? []).map { step in
      let gates =
        step.gates.isEmpty ? "" : " (gate \(step.gates.map(\.name).joined(separator: ", ")))"
      return workflow.statusName(step.to) + gates
    }
    switch option.verdict {
    case .unchanged: return "It is there already."
    case .allowed(let gates, let warnings):
      let passing =
        gates.isEmpty ? "" : " Passes " + gates.map(\.name).joined(separator: ", ") + "."
      return ("Allowed.\(passing) " + warnings.joined(separator: " ")).trimmingBlanks
    case .refused(let rejection):
      if option.path == nil { return rejection.message + " No path leads there." }
      guard way.count > 1 else { return rejection.message + " " + rejection.nextStep }
      return "\(rejection.message) Path: " + way.joined(separator: " → ") + "."
    }
  }
}
