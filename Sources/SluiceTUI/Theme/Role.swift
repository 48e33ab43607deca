public import Drawing

/// What a piece of the screen is, as themes name it.
///
/// The raw value is the index in the palette.
public enum Role: UInt8, CaseIterable, Sendable {
  /// Text without a part of its own; the colours every other role falls back to.
  case plain
  /// Text that stands back.
  case dim
  /// Text that stands out.
  case strong
  /// The title of a screen, a ticket or a form.
  case title
  /// The top line.
  case header
  /// The program's name and what is chosen in the top line.
  case headerAccent
  /// What stands back in the top line.
  case headerDim
  /// The name and rule of a stage.
  case stageBand
  /// The same for the stage with the focus.
  case stageBandActive
  /// The name of a column.
  case columnTitle
  /// The name of the column with the focus.
  case columnTitleFocused
  /// How many tickets a column has.
  case count
  /// A count at its WIP limit.
  case wipFull
  /// A count above its WIP limit.
  case wipOver
  /// Lines between columns and panes.
  case border
  /// The line around or above what has the focus.
  case borderFocused
  /// The bar at the left of the focused card or row.
  case focusBar
  /// A ticket's key.
  case cardKey
  /// A ticket's title on its card.
  case cardTitle
  /// What else a card says.
  case cardMeta
  /// Priority Urgent.
  case priorityUrgent
  /// Priority High.
  case priorityHigh
  /// Priority Medium.
  case priorityMedium
  /// Priority Low.
  case priorityLow
  /// A label.
  case label
  /// Who a ticket is assigned to.
  case assignee
  /// That nobody is.
  case unassigned
  /// Time in the status.
  case age
  /// A due date that has passed.
  case overdue
  /// Gate progress with something left to do.
  case gateOpen
  /// Gate progress with nothing left.
  case gateMet
  /// The heading of a pane.
  case paneTitle
  /// The name of a pane that is not shown.
  case paneTab
  /// The name of the pane that is.
  case paneTabActive
  /// The digit that makes a move.
  case moveNumber
  /// A move that is allowed.
  case moveAllowed
  /// A move that is not.
  case moveBlocked
  /// Why something is not allowed.
  case reason
  /// A requirement that is met.
  case checkDone
  /// A requirement that is not.
  case checkOpen
  /// The name of a field.
  case fieldName
  /// Text being typed.
  case input
  /// What an empty input asks for.
  case inputHint
  /// The chosen row of a list.
  case selection
  /// The part of a text that a search found.
  case match
  /// A heading in a description.
  case heading
  /// Emphasised text in a description.
  case emphasis
  /// Code in a description.
  case code
  /// A quotation in a description.
  case quote
  /// A link in a description.
  case link
  /// The done part of a progress bar.
  case progressDone
  /// The rest of a progress bar.
  case progressRest
  /// That there is more than is shown.
  case more
  /// A key in the bottom line.
  case footerKey
  /// What it does.
  case footerText
  /// What someone else has just changed.
  case changed
  /// What just happened.
  case message
  /// What failed.
  case error
  /// What needs care.
  case warning
  /// What succeeded.
  case success
  /// That changes of others arrive by themselves.
  case live
  /// That they do not.
  case offline
  /// A key on the help screen.
  case helpKey
  /// What it does.
  case helpText

  /// The name in theme files.
  public var name: String { String(describing: self) }
}

extension Style {
  /// A style by role, with overlays if any.
  public init(_ role: Role, _ overlay: Overlay = []) {
    self.init(role: role.rawValue, overlay: overlay)
  }
}
