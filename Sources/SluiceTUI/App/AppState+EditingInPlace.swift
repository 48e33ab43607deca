import Drawing
import SluiceCore

/// What is done on the page of a ticket: searching it, and changing what it shows where it stands.
extension AppState {
  mutating func workOnPage(_ command: CommandID) -> [Effect] {
    guard case .ticket(let page) = layers.last else { return [] }
    switch command {
    case .nextItem: stepItem(1, page)
    case .previousItem: stepItem(-1, page)
    case .changeItem: return changeItem(page)
    case .search: startSearch(page)
    case .nextMatch: return stepMatch(1, page)
    case .previousMatch: return stepMatch(-1, page)
    default: break
    }
    return []
  }

  /// Ends a search, else leaves.
  mutating func goBack() {
    if case .ticket(var page) = layers.last, page.search != nil {
      page.search = nil
      replaceLayer(.ticket(page))
    } else {
      pop()
    }
  }

  private mutating func stepItem(_ distance: Int, _ page: TicketPage) {
    guard let workflow = page.detail?.workflow, !page.isGone else { return }
    let items = PageItem.all(in: workflow)
    let place = page.item.flatMap(items.firstIndex)
    let next = place.map { ($0 + distance + items.count) % items.count }
    let item = items[next ?? (distance > 0 ? 0 : items.count - 1)]
    let rows = pageRows
    updateTopPage { page, lines in
      page.item = item
      page.search = nil
      let lines = lines()
      page.show(lines.place(of: item) ?? 0, rows: rows, of: lines.count)
    }
  }

  private mutating func changeItem(_ page: TicketPage) -> [Effect] {
    guard let item = page.item else {
      stepItem(1, page)
      return []
    }
    guard let detail = page.detail else { return readFirst(page.key) }
    let ticket = detail.state.ticket
    switch item {
    case .title:
      push(.prompt(Prompt(.title(ticket), "Title of \(ticket.key)", text: ticket.title)))
    case .status: pickMove(of: page.key, on: board.ground(of: detail))
    case .priority: pickPriority(of: ticket)
    case .assignee: return change(.assign)
    case .labels: return change(.labels)
    case .due: return change(.due)
    case .description: return change(.editDescription)
    case .field(let key):
      guard let field = detail.workflow.field(key) else { return [] }
      ask(for: field, of: page.key, value: detail.state.progress.values[key]?.text ?? "")
    }
    return []
  }

  private mutating func pickPriority(of ticket: Ticket) {
    let all: [Priority] = [.urgent, .high, .medium, .low]
    var picker = Picker(
      .priority(ticket.key), "Priority of \(ticket.key)",
      items: all.map { Picker.Item(value: $0.name, text: "\($0.mark) \($0.name)") })
    picker.selected = all.firstIndex(of: ticket.priority) ?? 0
    push(.picker(picker))
  }
}
