import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// The screens of the board as literal text, each at the size that it is made for.
@Suite struct WholeScreenTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let columns: Int
    let rows: Int
    let keys: String

    init(_ name: String, _ columns: Int, _ rows: Int, _ keys: String = "") {
      self.name = name
      self.columns = columns
      self.rows = rows
      self.keys = keys
    }

    var testDescription: String { name }
  }

  static let cases = [
    Case("board-120x26", 120, 26), Case("board-120x40", 120, 40), Case("board-40x12", 40, 12),
    Case("board-39x12", 39, 12), Case("board-200x50", 200, 50),
    Case("drawer-ticket-80x24", 80, 24, "<Tab><Tab>"), Case("drawer-moves-80x24", 80, 24),
    Case("drawer-gate-80x24", 80, 24, "<Tab>"),
    Case("preview-legal-120x26", 120, 26, "mh"), Case("preview-gate-120x26", 120, 26, "ml"),
    Case("preview-illegal-120x26", 120, 26, "mll"), Case("preview-80x24", 80, 24, "mll"),
    Case("preview-40x12", 40, 12, "ml"), Case("gate-120x26", 120, 26, "<Space>"),
    Case("gate-80x24", 80, 24, "<Space>"), Case("gate-40x12", 40, 12, "<Space>j"),
    Case("gate-field-80x24", 80, 24, "<Space>G<Enter>clock"),
    Case("gate-field-120x26", 120, 26, "<Space>G<Enter>clock"),
    Case("gate-field-40x12", 40, 12, "<Space>G<Enter>clock"),
    Case("form-create-80x24", 80, 24, "nWrite a changelog"),
    Case("form-edit-120x26", 120, 26, "e<Tab>"), Case("form-edit-40x12", 40, 12, "e<S-Tab>"),
    Case("form-fault-80x24", 80, 24, "e<Up><Up>soon<Enter>"),
    Case("form-leaving-80x24", 80, 24, "ex<Esc>"),
    Case("form-saving-80x24", 80, 24, "ex<Enter>"),
    Case("picker-assignee-80x24", 80, 24, "a<Down>"), Case("picker-new-80x24", 80, 24, "azoe"),
    Case("picker-labels-80x24", 80, 24, "#"), Case("picker-nothing-80x24", 80, 24, "pzzz"),
    Case("prompt-comment-80x24", 80, 24, "cSee the trace."),
    Case("prompt-fault-80x24", 80, 24, "dsoon<Enter>"), Case("prompt-40x12", 40, 12, "c"),
    Case("filter-typing-80x24", 80, 24, "/prio>=high"),
    Case("filter-typing-40x12", 40, 12, "/login"),
    Case("filter-list-120x40", 120, 40, "/"), Case("filter-list-80x24", 80, 24, "/"),
    Case("filter-list-40x12", 40, 12, "/"),
    Case("filter-names-120x40", 120, 40, "/-status:<Down><Down>"),
    Case("filter-names-80x24", 80, 24, "/-status:<Down><Down>"),
    Case("filter-names-40x12", 40, 12, "/-status:<Down><Down>"),
    Case("filter-fault-120x40", 120, 40, "/login age>3 or label:ui"),
    Case("filter-fault-80x24", 80, 24, "/login age>3 or label:ui"),
    Case("filter-fault-40x12", 40, 12, "/login age>3 or label:ui"),
    Case("view-name-80x24", 80, 24, "/is:mine<C-s>waiting"),
    Case("help-120x40", 120, 40, "?"), Case("help-80x24", 80, 24, "?jj"),
    Case("help-40x12", 40, 12, "?"), Case("help-end-40x12", 40, 12, "?G"),
    Case("help-search-80x24", 80, 24, "?/ticket"), Case("help-search-120x40", 120, 40, "?/move"),
    Case("help-search-40x12", 40, 12, "?/move"), Case("palette-120x40", 120, 40, ":"),
    Case("palette-80x24", 80, 24, ":re"), Case("palette-40x12", 40, 12, ":mo"),
    Case("palette-argument-80x24", 80, 24, ":assign "),
    Case("palette-argument-40x12", 40, 12, ":priority "),
    Case("palette-argument-120x40", 120, 40, ":move <Down>"), Case("notice-120x26", 120, 26, "7"),
  ]

  @Test(arguments: cases)
  func theScreenIsAsRecorded(of screen: Case) {
    var state = Sample.state(columns: screen.columns, rows: screen.rows)
    state.press(screen.keys)
    expectScreen(state.frame(), screen.name)
  }

  @Test(arguments: [
    Size(columns: 120, rows: 26), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func aBoundTicketThatAnAgentHolds(size: Size) throws {
    let delivery = try WorkflowDraft.delivery.validated(id: .make(), at: Sample.now)
    let card = Sample.card(9, 3, "Ship the importer", .urgent, "ana", ["ops"], hours: 2)
    let name = "\(size.columns)x\(size.rows)"
    var play = Play(
      columns: size.columns, rows: size.rows,
      adding: [Sample.bound(card, to: delivery, agent: "bot")])
    play.state.board.focusTicket(card.key)
    expectScreen(play.state.frame(), "bound-unread-\(name)")
    play.tell(.rested(play.state.restCount))
    expectScreen(play.state.frame(), "bound-\(name)")
    play.press("m")
    expectScreen(play.state.frame(), "bound-move-\(name)")
    play.press("<Esc>o")
    expectScreen(play.state.frame(), "bound-page-\(name)")
    play.press("D")
    expectScreen(play.state.frame(), "delete-\(name)")
    _ = try play.engine.apply(.changeTicket(.key(card.key), .delete), by: Actor(name: "ben"))
    play.press("n")
    play.hearOfChange()
    expectScreen(play.state.frame(), "deleted-page-\(name)")
  }

  @Test(arguments: [Size(columns: 120, rows: 40), Size(columns: 80, rows: 24)])
  func theOpenTicketWithCommentsAndHistory(size: Size) {
    let key = TicketKey(project: Sample.key, number: 42)
    var state = Sample.state(columns: size.columns, rows: size.rows)
    var detail = Sample.detail(of: Sample.cards[2][0])
    detail.state.progress.values["root_cause"] = .text("clock skew")
    detail.state.ticket.due = CalendarDay(year: 2026, month: 3, day: 1)
    detail.comments = [
      Comment(author: "ben", at: Sample.hoursAgo(2), text: "It is the token's clock.\n\nSee 文字."),
      Comment(author: "dee", at: Sample.hoursAgo(9), text: "Happens twice a day."),
    ]
    let bodies: [(Event.Draft, String)] = [
      (.init(.commented, to: "It is the token's clock.\n\nSee 文字."), "ben"),
      (.init(.valueSet, subject: "root_cause", to: "clock skew"), "ana"),
      (.init(.itemTicked, subject: "verify/second"), "ben"),
      (.init(.labelAdded, subject: "auth"), "ana"),
      (.init(.ticketEdited, subject: "priority", from: "Medium", to: "High"), "ana"),
      (
        .init(
          .ticketMoved, from: "Triaged", to: "Fixing",
          warning: "Fixing holds 5 of at most 5 tickets."), "ana"
      ),
      (.init(.ticketCreated, subject: "Fix login timeout", to: "New"), "dee"),
    ]
    let events = bodies.enumerated().map { index, body in
      Event(
        sequence: Int64(100 - index), at: Sample.hoursAgo(Int64(1 + index * 9)), actor: body.1,
        ticket: key, body: body.0)
    }
    state.press("o")
    _ = state.handle(.ticketLoaded(.success(detail), key))
    _ = state.handle(.historyLoaded(.success(Page(items: events)), key, PageRequest(limit: 100)))
    expectScreen(state.frame(), "ticket-\(size.columns)x\(size.rows)")
    state.press("G")
    expectScreen(state.frame(), "ticket-end-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: [
    Size(columns: 120, rows: 26), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func aBoardWithoutTickets(size: Size) {
    let engine = MemoryEngine()
    let state = Sample.state(columns: size.columns, rows: size.rows, of: engine)
    expectScreen(state.frame(), "empty-\(size.columns)x\(size.rows)")
  }

  @Test func aColumnWithoutTickets() {
    var state = Sample.state()
    state.press("$")
    expectScreen(state.frame(), "empty-column-120x26")
  }

  @Test func aFilterThatIsKept() {
    var play = Play()
    play.press("/prio>=high<Enter>")
    expectScreen(play.state.frame(), "filter-kept-120x26")
  }

  @Test(arguments: [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func savedViewsToChooseFrom(size: Size) {
    var state = Sample.state(columns: size.columns, rows: size.rows)
    state.views = SavedViews([
      SavedView(name: "urgent", text: "priority>=urgent -is:closed"),
      SavedView(name: "waiting", text: "assignee:none stale>7d"),
    ])
    state.press("f<Down>")
    expectScreen(state.frame(), "views-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func aFilterThatIsStillBeingCounted(size: Size) {
    var play = Play(columns: size.columns, rows: size.rows)
    play.press("/prio>=high<Enter>")
    for index in play.state.board.columns.indices
    where play.state.board.columns[index].count.value > 0 {
      play.state.board.columns[index].count = .atLeast(1)
    }
    expectScreen(play.state.frame(), "filter-counting-\(size.columns)x\(size.rows)")
  }

  @Test func aRefusedMoveInAllItsLength() {
    var play = Play(columns: 80, rows: 24)
    play.press("1")
    expectScreen(play.state.frame(), "refused-80x24")
  }

  @Test func aBoardThatIsNotReadAnyMore() {
    var play = Play(columns: 80, rows: 24)
    play.engine.failReads(
      EngineError(.storage, "Reading failed.", nextStep: "See whether the disk is there."))
    play.hearOfChange()
    expectScreen(play.state.frame(), "broken-80x24")
  }

  @Test func aColumnThatIsReadInItsMiddle() {
    var play = Play(adding: Sample.column(1, 130, from: 900))
    play.press("0" + String(repeating: "j", count: 30))
    expectScreen(play.state.frame(), "scrolled-120x26")
    play.press("G")
    expectScreen(play.state.frame(), "scrolled-end-120x26")
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 40, rows: 12)])
  func theFirstScreen(size: Size) {
    var first = FirstRun(place: "~/.local/share/sluice/sluice.db")
    expectScreen(first.frame(size: size), "first-run-\(size.columns)x\(size.rows)")
    for key in keys("9<Tab>Ops<Tab><Right><Tab><Enter>") { _ = first.handle(key) }
    expectScreen(first.frame(size: size), "first-run-fault-\(size.columns)x\(size.rows)")
  }
}
