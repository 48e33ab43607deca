import SluiceCore

/// What the update function wants done; data, so that tests can compare it.
enum Effect: Equatable {
  /// Why a board is read.
  enum BoardPurpose: Equatable {
    /// To show it from the top.
    case open
    /// To bring the one that is shown up to date; the cards in sight stay in sight.
    case refresh
  }

  /// Why cards are read in triage.
  enum TriagePurpose: Equatable {
    /// They come next.
    case next
    /// They come after the current ticket, and others may have changed them.
    case again
  }

  /// What to do once a change is applied.
  enum ChangePurpose: Equatable {
    /// Say this and stay where you are.
    case stay(saying: String)
    /// Say this and let the focus follow the ticket.
    case follow(saying: String)
    /// Go on moving the ticket through these statuses, once it has come `to` the next one.
    ///
    /// `reached` is how far it has come; `nil` before the first step.
    case walk(TicketKey, to: String, remaining: [String], reached: String?)
    /// Close the form that asked for it.
    case closeForm
    /// Close the form and focus the new ticket.
    case created
    /// Keep the text of a comment until it is known to be saved.
    case comment(TicketKey, text: String)
    /// Save a description that was edited outside.
    case description(Ticket, text: String)
    /// Save a title that was typed in its place.
    case title(Ticket, text: String)
    /// Say this; the answer to a question is kept until it is known to be saved.
    case answer(Prompt, saying: String)
    /// Say that the ticket is deleted, and leave its page.
    case deleted(TicketKey)
    /// Tell what became of each ticket of a set.
    case bulk(Bulk)
    /// Say what was taken back, and let the focus follow the ticket.
    case takeBack(Deed)
    /// Say what was made again, and let the focus follow the ticket.
    case makeAgain(Deed)
  }

  /// What a text is edited for.
  enum EditPurpose: Equatable {
    /// The ticket as it was when its description was opened.
    case description(Ticket)
    case formDescription(Draft.Subject)
    case comment(TicketKey)

    /// What the text is kept for meanwhile.
    var draftSubject: Draft.Subject {
      switch self {
      case .description(let ticket): .description(ticket.key)
      case .formDescription(let subject): subject
      case .comment(let key): .comment(key)
      }
    }
  }

  case loadBoard(BoardQuery, BoardPurpose)
  /// Counts on what passes a filter.
  case count(CountQuery)
  /// Reads a window of one column.
  case loadColumn(ColumnQuery)
  /// Reads a window of one column for triage.
  case loadTriage(ColumnQuery, TriagePurpose)
  case loadTicket(TicketKey)
  case loadHistory(TicketKey, PageRequest)
  case loadProjects
  case loadSuggestions(SuggestionKind, ProjectReference, prefix: String)
  case apply(Change, ChangePurpose)
  /// Applies the change that was asked for last, whose answer was lost, unless it was made then.
  case applyAgain(Change, ChangePurpose)
  /// Asks what a change would come to.
  case preview(Change)
  /// Gives up the change of many tickets, or the question what it would come to, that is under way.
  case interrupt
  /// Reads which tickets were deleted.
  case loadDeletions(EventQuery)
  case edit(String, EditPurpose)
  /// Report `rested` with this number unless another key comes first.
  case rest(Int)
  /// Report `overdue` with this number unless the next key comes first.
  case awaitKey(Int)
  /// Report `faded` with this number once marks have been seen.
  case fade(Int)
  /// Reads which change of the person, made elsewhere or before, is the last that holds.
  case loadEarlierDeed
  /// Reads what happened last to a ticket.
  case loadLatest(TicketKey)
  /// Keep a text that is being typed, so that it outlives the program, or forget it with `nil`.
  case keepDraft(String?, for: Draft.Subject)
  /// Say what of a text was kept.
  case loadDraft(Draft.Subject)
  /// Keep the project as the last used one.
  case remember(ProjectKey)
  case run(ProgramCall)
  case editSettings
  /// Keep a filter under a name.
  case saveView(SavedView)
  case redraw
  case suspend
  case quit
}
