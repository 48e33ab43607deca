import Drawing
import SluiceCore

/// Whether a ticket shall be deleted, to be answered with yes or no.
struct Question: Equatable {
  let ticket: TicketKey
  let title: String
  /// The version that was looked at; another one is not deleted unseen.
  let version: Int?
}

extension AppState {
  func drawQuestion(_ question: Question, on canvas: inout Canvas) -> Point? {
    let dialog = Dialog(columns: 56, rows: 3, in: dialogArea)
    dialog.draw(title: "Delete \(question.ticket)?", on: &canvas)
    let inside = dialog.inside
    canvas.writeLine(question.title, in: inside.line(0), style: Style(.strong))
    canvas.writeLine(
      "Its history stays; \(keymap.shown(.undo)) takes it back.", in: inside.line(1),
      style: Style(.dim))
    var pen = Pen(inside.line(2))
    pen.write("y", .helpKey, on: &canvas)
    pen.write(" delete   ", .plain, on: &canvas)
    pen.write("n", .helpKey, on: &canvas)
    pen.write(" keep", .plain, on: &canvas)
    return inside.line(2).origin
  }
}
