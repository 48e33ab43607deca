import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// A ticket that is bound to Delivery on a board of Bug Triage.
@Suite struct BoundTests {
  private let key = TicketKey(project: Sample.key, number: 9)

  /// It is in Building and stands in the column Fixing, in focus but not read.
  private func play(status: Int = 3) throws -> Play {
    let delivery = try WorkflowDraft.delivery.validated(id: .make(), at: Sample.now)
    let card = Sample.card(9, status, "Ship the importer", .urgent, "ana", hours: 2)
    var play = Play(adding: [Sample.bound(card, to: delivery)])
    play.state.board.focusTicket(key)
    return play
  }

  private func status(_ play: Play) -> String {
    play.engine.store.withLock { store in
      store.tickets[key].map { store.workflow(of: $0.ticket).statusName($0.ticket.status) } ?? ""
    }
  }

  @Test(arguments: ["1", "L", "H", "m", "<Space>"])
  func nothingIsSentBeforeItIsRead(keys: String) throws {
    var state = try play().state
    #expect(state.press(keys) == [.loadTicket(key)])
    #expect(state.notice?.text == "Reading the ticket; press the key again.")
    #expect(state.layers == [])
  }

  @Test func whatWasReadOfAnotherStatusDoesNotCount() throws {
    var play = try play()
    play.tell(.rested(play.state.restCount))
    #expect(play.state.board.ground?.statusName == "Building")
    play.engine.changeForeign(key) { $0.ticket.status = Status.ID(4) }
    let board = try play.engine.board(BoardQuery(project: .key(Sample.key)))
    _ = play.state.handle(.boardLoaded(.success(board), play.state.boardQuery, .refresh))
    #expect(play.state.board.ground == nil)
    #expect(play.state.press("1") == [.loadTicket(key)])
  }

  @Test func numbersAreThoseOfItsOwnWorkflow() throws {
    var play = try play()
    play.tell(.rested(play.state.restCount))
    let options = play.state.board.moveOptions
    #expect(options.allSatisfy { $0.status.name != "Triaged" })
    #expect(options.first { $0.number == 2 }?.reason == "gate: 4 of 4 left")
    let back = try #require(options.first { $0.number != nil && $0.verdict.isAllowed })
    let effects = play.state.press(back.number.map(String.init) ?? "")
    #expect(
      effects == [
        .apply(
          .changeTicket(
            .key(key), .move(to: back.status.name), expecting: Expectation(status: "Building")),
          .stay(saying: "WF-9 → \(back.status.name)"))
      ])
  }

  @Test func carryingGoesThroughItsOwnStatuses() throws {
    var play = try play(status: 1)
    play.tell(.rested(play.state.restCount))
    #expect(status(play) == "Idea")
    play.press("H")
    #expect(play.notice == "There is no status beyond this one.")
    play.engine.changeForeign(key) { $0.ticket.status = Status.ID(3) }
    play.hearOfChange()
    play.state.board.focusTicket(key)
    play.tell(.rested(play.state.restCount))
    play.press("L")
    #expect(status(play) == "Blocked")
    #expect(play.focus == "WF-9")
  }

  @Test func itsGateIsWorkedOnAndTakenBack() throws {
    var play = try play()
    play.tell(.rested(play.state.restCount))
    #expect(play.state.board.focusedCard?.bound?.requirements == 4)
    play.press("<Space><Space>")
    #expect(play.progress(9).marks.count == 1)
    #expect(play.state.board.focusedCard?.metRequirements == 1)
    play.press("u")
    #expect(play.progress(9).marks.isEmpty)
    #expect(play.state.layers == [.gate(0)])
  }

  @Test func aStatusIsChosenFromAListForNoColumnsShowThem() throws {
    var play = try play()
    play.tell(.rested(play.state.restCount))
    play.press("m")
    play.type("drop")
    play.press("<Enter>")
    #expect(status(play) == "Dropped")
    #expect(play.focus == "WF-9")
    #expect(play.notice == "WF-9 → Dropped")
    play.press("u")
    #expect(status(play) == "Ready")
    #expect(play.notice == "WF-9: Ready → Dropped taken back")
    play.press("u")
    #expect(status(play) == "Building")
    #expect(play.focus == "WF-9")
  }

  @Test func anOpenOneIsMovedByItsOwnWorkflow() throws {
    var play = try play()
    play.press("o")
    let text = play.state.frame().description
    #expect(text.contains("bound to Delivery, revision 1"))
    #expect(text.contains("Building (Build)"))
    play.press("2")
    #expect(play.notice?.hasPrefix("Building → Reviewing waits for gate") == true)
  }

  @Test func aCardShowsWhatItsStatusIsAndWhoHoldsIt() throws {
    let delivery = try WorkflowDraft.delivery.validated(id: .make(), at: Sample.now)
    let card = Sample.card(9, 3, "Ship the importer", .urgent, hours: 2)
    for size in [
      Size(columns: 120, rows: 26), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
    ] {
      let play = Play(
        columns: size.columns, rows: size.rows,
        adding: [Sample.bound(card, to: delivery, agent: "bot")])
      let text = play.state.frame().text(in: play.state.layout.cards)
      #expect(text.contains("◇Building"), "\(size)")
      #expect(text.contains("⚙"), "\(size)")
    }
  }
}
