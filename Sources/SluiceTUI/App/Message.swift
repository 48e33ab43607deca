import Drawing
import SluiceCore

/// What happened, as the update function is told.
enum Message: Equatable {
  case input(InputEvent)
  case boardLoaded(Result<Board, EngineError>, BoardQuery, Effect.BoardPurpose)
  case counted(Result<CountSlice, EngineError>, CountQuery)
  case columnLoaded(Result<CardWindow, EngineError>, ColumnQuery)
  case triageLoaded(Result<CardWindow, EngineError>, ColumnQuery, Effect.TriagePurpose)
  case ticketLoaded(Result<TicketDetail, EngineError>, TicketKey)
  case historyLoaded(Result<Page<Event>, EngineError>, TicketKey, PageRequest)
  case projectsLoaded(Result<[Project], EngineError>)
  case suggestionsLoaded([String], SuggestionKind, query: String)
  case applied(Result<Receipt, EngineError>, Effect.ChangePurpose)
  case previewed(Result<Receipt, EngineError>, Change)
  /// So many of so many tickets are done.
  case progressed(Int, of: Int)
  case deletionsLoaded([Event])
  /// The editor closed; `nil` if the text was left as it was.
  case edited(Result<String?, EditorError>, Effect.EditPurpose)
  /// What of a text that is typed again was kept.
  case draftLoaded(Draft.Finding, for: Draft.Subject)
  /// The cursor has rested since the request of that number.
  case rested(Int)
  /// The key that was to follow the keys of that number has not come.
  case overdue(Int)
  /// What others changed has been marked long enough, up to that number.
  case faded(Int)
  /// What happened last to a ticket; `nil` if that could not be read.
  case latestLoaded(Event?, TicketKey)
  /// What of the person's changes, made elsewhere or before, is the last that holds.
  case earlierDeedLoaded(Result<EarlierDeed, EngineError>)
  /// Changes up to that number have been under way long enough for a person to notice.
  case lingered(Int)
  /// A program has ended, with that exit status.
  case ran(Result<Int32, EditorError>, ProgramCall)
  /// The settings were edited; `nil` if they were left as they were.
  case settingsEdited(Result<Settings?, EditorError>)
  /// Someone else changed something.
  case foreignChange
  /// The line to the engine stands so now.
  case link(LinkState)
  /// It is time to try again what the line swallowed.
  case retry
}

extension Message {
  /// Whether it may tell something new of the board.
  var isOfEngine: Bool {
    switch self {
    case .boardLoaded, .counted, .columnLoaded, .ticketLoaded, .applied, .lingered: true
    default: false
    }
  }
}

/// Why an external editor gave no text.
public struct EditorError: Error, Hashable, Sendable {
  /// What went wrong and where the text is kept, as sentences.
  public let message: String
  /// What the editor left all the same, to be gone on with.
  public let text: String?

  /// A failure with its sentence, and what was written.
  public init(_ message: String, text: String? = nil) {
    self.message = message
    self.text = text
  }
}
