import Drawing
import SluiceCore

extension AppState {
  /// What a ticket says of itself, and what others said of it, laid out for the screen.
  func triageText(of entry: TriageEntry) -> PageLines {
    guard let detail = entry.detail else {
      return PageLines([PageLine(text: "Reading …", role: .dim)])
    }
    let text = entry.text(of: detail, columns: triageColumns)
    var lines = PageLines(text.description)
    if lines.count == 0 { lines = PageLines([PageLine(text: "No description.", role: .dim)]) }
    guard !text.discussion.isEmpty else { return lines }
    lines.append([PageLine()])
    lines.append(text.discussion.dropLast())
    return lines
  }

  /// A line of that text as it is shown: a comment is so old, whatever the clock on the wall said.
  func triageLine(_ line: PageLine, of entry: TriageEntry) -> PageLine {
    guard let place = line.comment, let comments = entry.detail?.comments,
      comments.indices.contains(place)
    else { return line }
    let comment = comments[place]
    return PageLine(lead: "\(comment.author), \(comment.at.ago(at: now))", leadRole: .dim)
  }

  /// Keeps the texts of the ticket in sight and of the next one laid out, so that keys need not do it.
  mutating func layOutTriage() {
    guard triage != nil else { return }
    let columns = triageColumns
    updateTriage { $0.queue.layOut(columns: columns) }
  }

  /// The last decisions, newest first; above them why some were refused.
  func trailLines(_ triage: Triage) -> [PageLine] {
    let refusals = refusalLines(triage)
    let runs = triage.trail.runs(atMost: 8)
    guard !runs.isEmpty else {
      let text =
        isRoomyForTriage
        ? "What you decide is listed here; \(keymap.shown(.undo, in: .triage)) takes it back." : ""
      return [PageLine(text: text, role: .dim)]
    }
    let gap = String(repeating: " ", count: isRoomyForTriage ? 6 : 3)
    var line = PageLine(text: runs[0].text)
    line.note = runs.dropFirst().map { gap + $0.text }.joined()
    return refusals + [line]
  }

  private func refusalLines(_ triage: Triage) -> [PageLine] {
    let recent = triage.trail.decisions.count - 3
    let upcoming = Set(triage.trail.refused.isEmpty ? [] : triage.queue.upcoming.map(\.key))
    let refused = triage.trail.refused.reversed().lazy.compactMap { place -> String? in
      let decision = triage.trail.decisions[place]
      guard case .refused(let reason) = decision.state,
        place >= recent || upcoming.contains(decision.ticket)
      else { return nil }
      return "✗ \(decision.ticket) \(decision.text): \(reason)"
    }
    return refused.prefix(2).flatMap { text in
      TextWrapping.lines(of: text, columns: triageColumns, maxLines: isRoomyForTriage ? 2 : 1)
        .map { PageLine(text: $0, role: .error) }
    }
  }
}
