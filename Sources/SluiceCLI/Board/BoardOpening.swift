import SluiceCore
import SluiceTUI

/// What the screen is opened with.
struct BoardOpening {
  /// What is shown first.
  enum Start {
    /// The board of a project, as far as it was read.
    case board(any Engine, Board)
    /// The offer to make a first project, or to look at the demo; the database is made only then.
    case firstRun(makeEngine: () throws(Failure) -> any Engine)
  }

  var start: Start
  /// Where the database lies or would be made, or the server.
  var place: String
  /// Who makes changes.
  var actor: Actor
  /// The colours.
  ///
  /// `nil` leaves them to what the terminal can show.
  var theme: Theme?
  /// What the user has set up.
  var settings = Settings.standard
  /// The colours that hold with other settings.
  var themeOf: (Settings) -> Theme? = { _ in nil }
  /// Whether nothing may be changed, whatever the engine could do.
  var isReadOnly = false
  /// Lets the user edit that; `nil` if it was left as it was.
  var editSettings: () -> Result<Settings?, EditorError> = { .success(nil) }
  /// What is said beside the user's name: that the board is a demonstration.
  var remark = ""
  /// Where what is typed outlives the program.
  var drafts: any DraftStore = NoDrafts()
  /// The filter of the tickets to be decided about at once, empty for the first stage's; `nil` for the board.
  var triage: String?
  /// Keeps a project as the last used one.
  var remember: (ProjectKey) -> Void
  /// The filters that the user keeps, as they are when the board is opened.
  var views = SavedViews()
  /// Keeps a filter under a name; answers what went wrong.
  var saveView: (SavedView) -> String? = { _ in nil }
}

/// How the user left the screen.
enum BoardEnding {
  case left
  /// A signal ended the program; the terminal is as it was. `after` is why a change that was still under
  /// way could not be made.
  case killed(signal: Int32, after: EngineError? = nil)
  /// A change that was still under way then could not be made.
  case failed(EngineError)
  /// From the first screen, to look at the demo.
  case wantsDemo
}
