import SluiceCore

/// One question, answered on one line.
struct Prompt: Equatable {
  /// What the answer is for.
  enum Purpose: Equatable {
    case comment(TicketKey)
    case value(TicketKey, Field)
    case due(TicketKey)
    /// The ticket as it was when its title was opened.
    case title(Ticket)
    /// What all marked tickets get.
    case marked(MarkedChoice)
    /// What to call a filter.
    case viewName(String)
  }

  let purpose: Purpose
  /// What is asked.
  let question: String
  var editor: LineEditor
  /// What was wrong with the last answer.
  var fault: String?
  /// Where what stands there comes from, if it was typed before.
  var note: String?
  /// What was typed before it was asked.
  let original: String
  /// The version that the answer is given upon; `nil` where others' changes do not matter.
  var version: Int?
  /// Whether leaving has been asked once while there was unsaved text.
  var isLeaving = false

  init(_ purpose: Purpose, _ question: String, text: String = "") {
    self.purpose = purpose
    self.question = question
    original = text
    editor = LineEditor(text)
  }
}
