import Drawing
import SluiceCore

extension AppState {
  mutating func handlePreview(_ key: Key, target: Int) -> [Effect] {
    let last = board.columns.count - 1
    switch key {
    case .character("h"), .left: showPreview(max(0, target - 1))
    case .character("l"), .right, .character("m"): showPreview(min(last, target + 1))
    case .character("0"), .home: showPreview(0)
    case .character("$"), .end: showPreview(last)
    case .enter: return takePreview(target)
    case .escape, .character("q"), .control("c"):
      pop()
      fitToSize()
    default: break
    }
    return []
  }

  private mutating func showPreview(_ target: Int) {
    replaceLayer(.preview(target: target))
    fitToSize()
  }

  private mutating func takePreview(_ target: Int) -> [Effect] {
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
