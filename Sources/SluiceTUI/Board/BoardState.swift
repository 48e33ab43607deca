import SluiceCore

/// The board that is shown.
struct BoardState: Equatable {
  var project: Project
  var workflow: Workflow
  var columns: [ColumnState]
  /// The place in history up to which it is true.
  var sequence: Int64
  /// Whether an assistant provider is configured and active.
  var hasAssistant: Bool
  /// The place of the focused column.
  var focus = 0
  /// The place of the first column in sight.
  var firstColumn = 0
  /// What was typed as a filter.
  var filterText = ""
  /// What of it was last understood, and is applied.
  var filter = Filter.everything
  /// How far it is counted what passes it; `nil` while nothing is being counted.
  var tally: Tally?
  /// The focused ticket with its gates, once read.
  var detail: TicketDetail?
  var drawer = Drawer.moves

  /// What the drawer shows where panes do not fit beside the board.
  enum Drawer: String, CaseIterable, Equatable {
    case ticket = "Ticket"
    case moves = "Moves"
    case gate = "Gate"

    var next: Drawer {
      let all = Drawer.allCases
      return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
    }
  }

  init(_ board: Board) {
    project = board.project
    workflow = board.workflow
    columns = board.columns.map(ColumnState.init)
    hasAssistant = board.hasAssistant
    sequence = board.sequence
    focus = columns.firstIndex { !$0.cards.isEmpty } ?? 0
  }

  var focusedColumn: ColumnState? {
    columns.indices.contains(focus) ? columns[focus] : nil
  }

  var focusedCard: Card? {
    focusedColumn?.selectedCard
  }

  /// The detail of the focused ticket, if that is what was read last.
  var focusedDetail: TicketDetail? {
    guard let detail, detail.state.ticket.key == focusedCard?.key else { return nil }
    return detail
  }

  func column(of status: Status.ID) -> Int? {
    columns.firstIndex { $0.status == status }
  }

  /// Puts the focus on a ticket that is among the cards read; `false` if it is not.
  @discardableResult
  mutating func focusTicket(_ key: TicketKey) -> Bool {
    for (index, column) in columns.enumerated() {
      guard let place = column.cards.firstIndex(where: { $0.key == key }) else { continue }
      focus = index
      columns[index].selected = place
      return true
    }
    return false
  }
}
