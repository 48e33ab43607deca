import Drawing
import SluiceCore

/// Where the parts of triage lie, for one ticket at one size.
struct TriageLayout {
  let titleLines: [String]
  let lines: TriageChoices
  let trailLines: [PageLine]
  let title: Rect
  let facts: Rect
  let text: Rect
  let rule: Rect
  let choices: Rect
  let trailRule: Rect
  let trail: Rect

  /// `gateRows` is how many rows the gate wants that is shown in place of the choices; 0 for none.
  init(
    size: Size, isRoomy: Bool, titleLines: [String], choices lines: TriageChoices,
    trail trailLines: [PageLine], gateRows: Int
  ) {
    self.titleLines = titleLines
    self.lines = lines
    self.trailLines = trailLines
    let gap = isRoomy ? 1 : 0
    var rest = Rect(size).dividedTop(1 + gap).rest
    (title, rest) = rest.inset(left: 1, right: 1).dividedTop(titleLines.count)
    facts = rest.line(0)
    rest = rest.dividedTop(1 + gap).rest
    (trail, rest) = rest.dividedBottom(max(1, trailLines.count))
    (trailRule, rest) = rest.dividedBottom(gap)
    let wanted = gateRows == 0 ? lines.lines.count : max(lines.lines.count, gateRows)
    let most = gateRows == 0 ? rest.rows - 2 : rest.rows * 2 / 3
    (choices, rest) = rest.dividedBottom(max(1, min(wanted, most)))
    (rule, text) = rest.dividedBottom(1)
  }
}

extension AppState {
  /// Whether there is room to set things apart.
  var isRoomyForTriage: Bool { size.columns >= 64 && size.rows >= 18 }

  var triageColumns: Int { max(1, size.columns - 2) }

  func triageLayout(_ triage: Triage, _ entry: TriageEntry) -> TriageLayout {
    let gap = isRoomyForTriage ? "   " : " "
    let title = TextWrapping.lines(
      of: "\(entry.key)\(gap)\(VisibleText.line(entry.card.title))", columns: triageColumns,
      maxLines: isRoomyForTriage ? 3 : 1)
    return TriageLayout(
      size: size, isRoomy: isRoomyForTriage, titleLines: title,
      choices: triageChoices(triage, entry), trail: trailLines(triage),
      gateRows: triageGate(entry, columns: triageColumns)?.rows ?? 0)
  }

  /// The list of the gate, while one works on it.
  func triageGate(_ entry: TriageEntry, columns: Int) -> GatePane? {
    guard isInGate, let ground = board.ground(of: entry.card, entry.detail),
      let gate = ground.gateAhead
    else { return nil }
    return GatePane(
      gate: gate, workflow: ground.workflow, progress: ground.progress, focused: gatePlace,
      now: now, columns: columns - 1)
  }

  /// How many rows of the current ticket's text are in sight.
  var triageTextRows: Int {
    guard let triage, let entry = triage.current else { return 0 }
    return triageLayout(triage, entry).text.rows
  }

  /// How many lines the current ticket's text has.
  var triageTextLength: Int {
    triage?.current.map { triageText(of: $0).count } ?? 0
  }
}
