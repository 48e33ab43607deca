public import Drawing
public import SluiceCore

/// Everything the screen depends on.
public struct AppState: Equatable {
  var board: BoardState
  /// What lies over the board, the topmost last; empty while one is on the board itself.
  var layers: [Layer] = []
  var size: Size
  /// Who sits at the terminal.
  let user: String
  /// The present moment, as of the last thing that happened.
  var now: Timestamp
  /// How far the local clock is ahead of UTC.
  var secondsFromUTC: Int
  var notice: Notice?
  var connection = Connection.live
  /// What is said beside the user's name: that the board is a demonstration, or where it lives.
  var remark: String
  /// Counts the cursor's moves, so that only the last one's rest is answered.
  var restCount = 0
  /// The ticket that should have the focus once the board is read again.
  var wanted: Ticket?
  /// What others have just changed.
  var foreign = ForeignMarks()
  /// What was asked of the engine and is not decided.
  var pending = PendingChanges()
  /// How the line to the engine stands; `nil` for an engine that has none.
  var link: LinkState?
  /// How many changes wait for the line to come back.
  var unsent = 0
  /// Texts of changes that were refused while something else was being typed, to be given back after it.
  var returned: [Layer] = []
  /// Whether the board is being read again, and is to be once more after that.
  var refreshing = Refreshing.no
  /// The board that was asked for in place of the one shown, the last one where several were.
  var awaited: BoardQuery?
  /// Why the engine cannot do what it cannot.
  var refusals: [EngineFeature: String] = [:]
  /// What is being typed.
  var typing = Typing()
  /// Keys that wait for the next ticket of triage.
  var typedAhead: [Key] = []
  /// The ticket in sight when palette or help was opened.
  var calling: TicketKey?
  /// What is marked to be changed together.
  var marks = Marks()
  /// What was changed on this board and can be taken back.
  var past = Past()
  /// What the person has set up.
  var settings: Settings
  /// The keys that were pressed and mean something only with those to come.
  var begun: [Key] = []
  /// Counts the keys that were begun with, so that only the last one's time runs out.
  var begunCount = 0
  /// What was called in the palette, the last line at the end.
  var called: [String] = []
  /// The filters that the person keeps under names.
  var views: SavedViews

  /// What the last key led to.
  struct Notice: Equatable {
    enum Kind: Equatable {
      case information
      case warning
      case failure
    }

    let kind: Kind
    let text: String
  }

  /// Whether the board follows what others do.
  enum Connection: Equatable {
    case live
    case broken(String)
  }

  /// Whether the board is being read again.
  enum Refreshing: Equatable {
    case no
    case once
    /// Something has happened since it was asked for.
    case again
  }

  /// The state of a board that has just been opened.
  ///
  /// `remark` stands at the right of the header; `now` is the time by which ages are told, and `views` are the
  /// filters that the person keeps.
  public init(
    _ board: Board, size: Size, user: String, now: Timestamp, secondsFromUTC: Int = 0,
    remark: String = "", settings: Settings = .standard, views: SavedViews = SavedViews()
  ) {
    self.views = views
    self.board = BoardState(board)
    self.size = size
    self.user = user
    self.now = now
    self.secondsFromUTC = secondsFromUTC
    self.remark = remark
    self.settings = settings
    fitToSize()
  }

  /// Gives the detail of the focused ticket along with the board, so that the first paint is whole.
  public mutating func adopt(_ detail: TicketDetail) {
    board.detail = detail
    keepRead()
  }

  /// Fits the board to the terminal's size.
  public mutating func resize(to size: Size) {
    let former = layout.visibleColumns
    self.size = size
    // As much of the board's beginning as fits with the focus, whatever was in sight before.
    if layout.visibleColumns != former { board.firstColumn = 0 }
    fitToSize()
  }

  /// The day where the person is.
  var today: CalendarDay {
    now.advanced(bySeconds: Int64(secondsFromUTC)).day
  }

  /// The ticket that has the focus, or that triage shows.
  public var focusedTicket: TicketKey? {
    currentKey
  }
}
