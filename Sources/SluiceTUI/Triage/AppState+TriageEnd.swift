import Drawing
import SluiceCore

extension AppState {
  /// Draws what has come of triage once no ticket is left, or that more are being read.
  func drawTriageEnd(_ triage: Triage, on canvas: inout Canvas) {
    var lines = Lines(canvas.bounds.inset(left: 1, top: 2, right: 1, bottom: 1))
    guard triage.queue.isDone else {
      lines.add("Reading …", .dim, on: &canvas)
      return
    }
    let looked = triage.queue.passed.count
    lines.add(
      looked == 0
        ? nothingLeft(triage)
        : "Done: you have looked at \(counted(looked, "ticket")) of \(triage.title).", .title,
      on: &canvas)
    lines.skip()
    for line in triage.trail.summary { lines.add(line, .plain, on: &canvas) }
    for line in trailLines(triage) where !triage.trail.decisions.isEmpty {
      lines.skip()
      line.draw(in: lines.rest, on: &canvas)
    }
    let footer = canvas.bounds.line(size.rows - 1)
    canvas.fill(footer, style: Style(.footerText))
    var pen = Pen(footer)
    let keys = keymap
    let hints = [
      keys.hint(.leaveTriage, in: .triage, triage.isAlone ? "leave" : "to the board"),
      keys.hint(.undo, in: .triage, "undo"),
      keys.hint(.decisions, in: .triage, "decisions"), keys.hint(.help, in: .triage, "help"),
    ]
    pen.write(hints.compactMap(\.self), on: &canvas)
  }
}

extension AppState {
  private func nothingLeft(_ triage: Triage) -> String {
    board.filterText.isEmpty
      ? "Nothing is left to decide about in \(triage.title)."
      : "Nothing unfinished matches “\(board.filterText)”."
  }
}

private func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}

extension Trail {
  /// How many decisions of each kind stand.
  var summary: [String] {
    var counts: [Decision.Kind: Int] = [:]
    var refused = 0
    for decision in decisions {
      if case .refused = decision.state {
        refused += 1
      } else {
        counts[decision.kind, default: 0] += 1
      }
    }
    let moves = counts.compactMap { kind, count -> (name: String, count: Int)? in
      if case .move(let name) = kind { return (name, count) }
      return nil
    }
    .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let others: [(Decision.Kind, String)] = [
      (.priority, "given a priority"), (.assignee, "assigned"), (.labels, "labelled"),
      (.comment, "commented"), (.deletion, "deleted"), (.other, "changed otherwise"),
      (.skip, "skipped"), (.absence, "left out, for others had moved or deleted them"),
    ]
    return moves.map { "\($0.count) → \($0.name)" }
      + others.compactMap { kind, text in counts[kind].map { "\($0) \(text)" } }
      + (refused == 0 ? [] : ["\(refused) refused"])
  }
}
