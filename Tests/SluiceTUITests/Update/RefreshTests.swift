import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

@Suite struct RefreshTests {
  private let key = TicketKey(project: Sample.key, number: 42)
  private let gone = EngineError(
    .unavailable, "The file cannot be read.", nextStep: "See whether the disk is there.")

  @Test func othersChangesAreReadAndTheFocusStaysOnItsTicket() {
    var play = Play()
    play.engine.changeForeign(TicketKey(project: Sample.key, number: 77)) {
      $0.ticket.priority = .urgent
      $0.ticket.title = "Urgent now"
    }
    play.hearOfChange()
    #expect(play.focus == "WF-42")
    #expect(play.state.board.columns[2].cards.map(\.key.number) == [70, 77, 42])
    #expect(play.state.board.columns[2].selected == 2)
    #expect(
      play.effects.prefix(2) == [
        .loadBoard(BoardQuery(project: .key(Sample.key), limit: AppState.windowSize), .refresh),
        .loadTicket(key),
      ])
  }

  @Test func theRowOfTheFocusStaysToo() {
    var play = Play(adding: Sample.column(1, 50, from: 900))
    play.press("0" + String(repeating: "j", count: 20))
    let former = play.state.board.columns[0]
    play.engine.add([Sample.detail(of: Sample.card(999, 1, "On top", .urgent, hours: 0))])
    play.hearOfChange()
    let column = play.state.board.columns[0]
    #expect(column.selectedCard?.key == former.selectedCard?.key)
    #expect(column.selected - column.top == former.selected - former.top)
    #expect(column.selected == former.selected + 1)
  }

  @Test func aTicketThatLeftGivesTheFocusToTheNext() {
    var play = Play()
    play.engine.changeForeign(key) { $0.ticket.status = Status.ID(1) }
    play.hearOfChange()
    #expect(play.focus == "WF-77")
    #expect(play.state.board.columns.map(\.count.value) == [4, 2, 2, 1, 0, 0])
  }

  @Test func theOpenTicketIsReadAnewToo() {
    var state = Sample.state()
    state.press("<Enter>")
    #expect(
      state.handle(.foreignChange) == [
        .loadBoard(BoardQuery(project: .key(Sample.key), limit: AppState.windowSize), .refresh),
        .loadTicket(key), .loadHistory(key, PageRequest(limit: 100)),
      ])
  }

  @Test(arguments: [Message.foreignChange, .input(.resumed), .input(.key(.character("r")))])
  func theBoardIsReadAnew(message: Message) {
    var state = Sample.state()
    #expect(
      state.handle(message) == [
        .loadBoard(BoardQuery(project: .key(Sample.key), limit: AppState.windowSize), .refresh)
      ])
  }

  @Test func otherStatusesMakeAnotherBoard() throws {
    var play = Play()
    let workflow = try WorkflowDraft.delivery.validated(id: .make(), at: Sample.now)
    play.engine.store.withLock { $0.workflow = workflow }
    play.hearOfChange()
    #expect(play.state.board.columns.count == 8)
    #expect(play.state.board.workflow.name == "Delivery")
    #expect(play.focus == "WF-42")
  }

  @Test func aGateThatIsNoLongerThereIsLeft() throws {
    var play = Play()
    let workflow = try WorkflowDraft.standard.validated(id: .make(), at: Sample.now)
    play.press("<Space>")
    play.engine.store.withLock { $0.workflow = workflow }
    play.hearOfChange()
    #expect(play.focus == "WF-42")
    #expect(play.state.layers == [])
  }

  @Test func aBoardThatCannotBeReadStaysAndSaysSo() {
    var play = Play()
    play.engine.failReads(gone)
    play.hearOfChange()
    #expect(play.state.connection == .broken("The file cannot be read."))
    #expect(play.notice == "The file cannot be read. See whether the disk is there.")
    #expect(play.focus == "WF-42")
    play.engine.failReads(nil)
    play.hearOfChange()
    #expect(play.state.connection == .live)
  }

  @Test func aColumnThatCannotBeReadCanBeAskedForAgain() {
    var play = Play(adding: Sample.column(1, 130, from: 900))
    play.press("0" + String(repeating: "j", count: 50))
    play.engine.failReads(gone)
    play.press("jj")
    #expect(play.notice == "The file cannot be read. See whether the disk is there.")
    play.engine.failReads(nil)
    play.press("j")
    #expect(play.state.board.columns[0].cards.count == 120)
  }

  @Test func aWarningOfTheRulesIsShown() {
    var state = Sample.state()
    let ticket = Sample.detail(of: Sample.cards[2][0]).state.ticket
    let receipt = Receipt(
      subject: .ticket(ticket), warnings: ["Fixing has no transition to Closed."], sequence: 2)
    _ = state.handle(.applied(.success(receipt), .stay(saying: "WF-42 → Closed")))
    #expect(
      state.notice
        == AppState.Notice(
          kind: .warning, text: "WF-42 → Closed. Warning: Fixing has no transition to Closed."))
  }
}
