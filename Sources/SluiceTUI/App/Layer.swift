/// What lies over the board and takes the keys; the last layer is the one that has them.
enum Layer: Equatable {
  /// Typing a filter.
  case filter(FilterPrompt)
  /// Choosing a column to move the ticket to.
  case preview(target: Int)
  /// Working through the gate's requirements; the number is the focused one.
  case gate(Int)
  /// Typing what is to be found on the open ticket's page.
  case search(SearchTyping)
  case prompt(Prompt)
  case picker(Picker)
  case form(TicketForm)
  case question(Question)
  /// Choosing between what was typed and what someone else saved meanwhile.
  case conflict(Conflict)
  case ticket(TicketPage)
  case help(Help)
  case palette(CommandPalette)
  /// Deciding about one ticket after the other.
  case triage(Triage)
  /// Changing all that is marked.
  case bulk(Bulk)
}
