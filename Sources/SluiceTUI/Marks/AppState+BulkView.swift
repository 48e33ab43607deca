import Drawing
import SluiceCore

extension AppState {
  func drawBulk(_ bulk: Bulk, on canvas: inout Canvas) -> Point? {
    let dialog = bulkDialog
    dialog.draw(title: bulk.title, on: &canvas)
    let inside = dialog.inside
    let heading = bulkHeading(of: bulk, columns: inside.columns)
    let results = bulk.results
    let length = heading.count + results.count
    let top = min(bulk.top, max(0, length - inside.rows))
    for (row, place) in (top..<length).prefix(inside.rows).enumerated() {
      let line = place < heading.count ? heading[place] : results[place - heading.count].line
      line.draw(in: inside.line(row), on: &canvas)
    }
    if length > top + inside.rows {
      canvas.writeLine(
        " ↓ more ", in: dialog.rect.line(dialog.rect.rows - 1).inset(left: 1), style: Style(.more))
    }
    return inside.origin
  }

  private var bulkDialog: Dialog {
    Dialog(columns: 76, rows: min(18, max(6, size.rows * 2 / 3)), in: dialogArea)
  }

  var bulkRows: Int { max(1, bulkDialog.inside.rows) }

  /// How many lines there are to scroll through.
  var bulkLength: Int {
    guard let bulk else { return 0 }
    return bulkHeading(of: bulk, columns: bulkDialog.inside.columns).count + bulk.results.count
  }

  /// What it comes to; below it stands each ticket.
  private func bulkHeading(of bulk: Bulk, columns: Int) -> [PageLine] {
    switch bulk.phase {
    case .previewing: return [PageLine(text: "Asking what it would come to …", role: .dim)]
    case .applying(let done, let total):
      let text = done == 0 ? "Under way …" : "\(done) of \(total) done …"
      return [PageLine(text: text, role: .dim)]
    case .failed(let text):
      return TextWrapping.lines(of: "✗ " + text, columns: columns).map {
        PageLine(text: $0, role: .error)
      } + [PageLine(text: "Nothing was changed.", role: .dim)]
    case .ready: return tallyLines(bulk.tally, bulk, columns: columns)
    case .done: return tallyLines(bulk.tally, bulk, columns: columns, isDone: true)
    }
  }

  /// For how many reasons it is told which tickets they concern; the ticket's own line tells each.
  private static var reasonsShown: Int { 8 }

  private func tallyLines(
    _ tally: BulkTally, _ bulk: Bulk, columns: Int, isDone: Bool = false
  ) -> [PageLine] {
    let would = isDone ? "" : "can be "
    var lines = [PageLine(text: "✓ \(tally.changed) \(would)changed", role: .success)]
    if tally.unchanged > 0 {
      lines.append(PageLine(text: "· \(tally.unchanged) already so"))
    }
    let verb = isDone ? "refused" : "would be refused"
    for refusal in tally.refusals.prefix(Self.reasonsShown) {
      let keys = refusal.keys.prefix(6).map(\.description).joined(separator: ", ")
      let more = refusal.keys.count > 6 ? ", …" : ""
      lines += PageLine(
        text: "✗ \(refusal.keys.count) \(verb): \(refusal.reason) (\(keys)\(more))", role: .error
      ).hanging(columns: columns)
    }
    let others = tally.refusals.dropFirst(Self.reasonsShown)
    if !others.isEmpty {
      let count = others.reduce(0) { $0 + $1.keys.count }
      let reasons = others.count == 1 ? "another reason" : "\(others.count) other reasons"
      lines.append(PageLine(text: "✗ \(count) \(verb) for \(reasons)", role: .error))
    }
    if !isDone, tally.refused > 0 {
      let box = bulk.isAtomic ? "[x]" : "[ ]"
      lines.append(PageLine(text: "\(box) all or nothing", role: .plain))
    }
    return lines + [PageLine()]
  }

  var bulkHints: [KeyHint] {
    guard let bulk else { return [] }
    let scroll = KeyHint("jk", "scroll")
    switch bulk.phase {
    case .previewing: return [KeyHint("esc", "back")]
    case .applying: return [KeyHint("esc", "stop")]
    case .done:
      return [KeyHint("enter", "back"), keymap.hint(.undo, in: .board, "undo")].compactMap(\.self)
        + [scroll]
    case .failed: return [KeyHint("esc", "back")]
    case .ready:
      let tally = bulk.tally
      let isAll = tally.refused == 0
      let verb = bulk.change == .delete ? "delete" : "change"
      let change = KeyHint(
        "enter", isAll ? "\(verb) \(tally.changed)" : "\(verb) the \(tally.changed) that can be")
      let isPossible = tally.changed > 0 && (isAll || !bulk.isAtomic)
      return (isPossible ? [change] : []) + [KeyHint("esc", "back")]
        + (isAll ? [] : [KeyHint("o", "all or nothing")]) + [scroll]
    }
  }

  /// The keys that act on all marked tickets.
  var markedHints: [KeyHint] {
    let keys = keymap
    return [
      keys.hint(.moveToNumber, in: .board, "move"), keys.hint(.previewMove, in: .board, "move to"),
      keys.hint(
        .priorityUrgent, .priorityHigh, .priorityMedium, .priorityLow, in: .board, "priority"),
      keys.hint(.assign, in: .board, "assign"), keys.hint(.labels, in: .board, "label"),
      keys.hint(.due, in: .board, "due"), keys.hint(.comment, in: .board, "comment"),
      keys.hint(.deleteTicket, in: .board, "delete"),
      keys.hint(.clearFilter, in: .board, "unmark"),
    ].compactMap(\.self)
  }
}

extension TicketResult {
  /// Which ticket it is, and why it would be refused or what there is to say against it.
  fileprivate var line: PageLine {
    switch ending {
    case .changed:
      line("✓ ", .success, remark: warnings.isEmpty ? "" : "! \(warnings.joined(separator: " "))")
    case .unchanged: line("· ", .dim, isDim: true)
    case .refused(let error): line("✗ ", .error, remark: error.reasonForOne, .reason, isDim: true)
    }
  }

  /// The remark comes before the title, which tells enough with its beginning.
  private func line(
    _ sign: String, _ signRole: Role, remark: String = "", _ remarkRole: Role = .warning,
    isDim: Bool = false
  ) -> PageLine {
    PageLine(
      lead: sign, leadRole: signRole, text: "\(key)  ",
      note: title, noteRole: isDim ? .dim : .plain,
      spans: remark.isEmpty ? [] : [TextSpan(remark + "  ", remarkRole)])
  }
}
