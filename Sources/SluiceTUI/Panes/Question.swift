import Drawing
import SluiceCore

/// What is asked before it is done, to be answered with yes or no.
enum Question: Equatable {
  /// Whether a ticket shall be deleted; another version than the one looked at is not, unseen.
  case deletion(of: TicketKey, title: String, version: Int?)
  /// Whether a change shall be taken back that was not made on this board in this sitting.
  case takingBack(EarlierDeed)
}

extension Question {
  /// What it asks, as a heading.
  fileprivate var title: String {
    switch self {
    case .deletion(let ticket, _, _): "Delete \(ticket)?"
    case .takingBack: "Take back your earlier change?"
    }
  }

  /// What it is about.
  fileprivate var subject: String {
    switch self {
    case .deletion(_, let title, _): title
    case .takingBack(let deed): deed.subject
    }
  }

  /// The two answers.
  var hints: [KeyHint] {
    switch self {
    case .deletion: [KeyHint("y", "delete"), KeyHint("n", "keep")]
    case .takingBack: [KeyHint("y", "take back"), KeyHint("n", "leave it")]
    }
  }
}

extension AppState {
  func drawQuestion(_ question: Question, on canvas: inout Canvas) -> Point? {
    let area = dialogArea
    let columns = min(56, area.columns - 4)
    let notes = TextWrapping.lines(of: note(on: question), columns: columns, maxLines: 3)
    let dialog = Dialog(columns: columns, rows: 2 + notes.count, in: area)
    dialog.draw(title: question.title, on: &canvas)
    let inside = dialog.inside
    canvas.writeLine(question.subject, in: inside.line(0), style: Style(.strong))
    for (row, line) in notes.enumerated() {
      canvas.writeLine(line, in: inside.line(row + 1), style: Style(.dim))
    }
    let answers = inside.line(1 + notes.count)
    var pen = Pen(answers)
    for (place, hint) in question.hints.enumerated() {
      pen.write(place == 0 ? hint.key : "   \(hint.key)", .helpKey, on: &canvas)
      pen.write(" \(hint.text)", .plain, on: &canvas)
    }
    return answers.origin
  }

  /// What there is to know about it.
  private func note(on question: Question) -> String {
    switch question {
    case .deletion: "Its history stays; \(keymap.shown(.undo)) takes it back."
    case .takingBack(let deed): deed.story(in: workflow(of: deed), at: now)
    }
  }
}
