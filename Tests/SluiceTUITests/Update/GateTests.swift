import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct GateTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  @Test func spaceGoesToTheFirstThingLeft() {
    var state = Sample.state()
    #expect(state.press("<Space>") == [])
    #expect(state.layers == [.gate(2)])
    #expect(state.board.drawer == .gate)
  }

  @Test func aTicketThatIsNotReadYetIsReadFirst() {
    var state = Sample.state()
    state.press("j")
    #expect(state.press("<Space>") == [.loadTicket(TicketKey(project: Sample.key, number: 77))])
    #expect(state.layers == [.gate(0)])
    #expect(state.press("<Space>") == [.loadTicket(TicketKey(project: Sample.key, number: 77))])
  }

  @Test(arguments: [
    ("j", 3), ("jj", 3), ("k", 1), ("kkk", 0), ("g", 0), ("G", 3), ("g<Down>", 1), ("G<Up>", 2),
    ("<Home>", 0), ("<End>", 3),
  ])
  func keysGoThroughTheList(keys: String, place: Int) {
    var state = Sample.state()
    state.press("<Space>" + keys)
    #expect(state.layers == [.gate(place)])
  }

  @Test(arguments: ["<Esc>", "q", "h", "<Left>", "<C-c>"])
  func leavingGoesBackToTheBoard(key: String) {
    var state = Sample.state()
    state.press("<Space>" + key)
    #expect(state.layers == [])
  }

  @Test(arguments: ["<Space>", "x", "<Enter>"])
  func anItemIsTickedAndCleared(tick: String) {
    var state = Sample.state()
    state.press("<Space>")
    #expect(
      state.press(tick) == [
        .apply(
          .changeTicket(.key(key), .tick(gate: "verify", item: "changelog", isOn: true)),
          .stay(saying: "Ticked “Changelog entry written”"))
      ])
    var other = Sample.state()
    other.press("<Space>g")
    #expect(
      other.press(tick) == [
        .apply(
          .changeTicket(.key(key), .tick(gate: "verify", item: "test", isOn: false)),
          .stay(saying: "Cleared “Fix has a regression test”"))
      ])
  }

  @Test func ticksAreSharedAndShownOnTheCard() {
    var play = Play()
    play.press("<Space><Space>")
    #expect(play.progress(42).marks.count == 3)
    #expect(play.state.board.focusedCard?.metRequirements == 3)
    #expect(play.state.board.focusedDetail?.state.progress.marks.count == 3)
    play.engine.changeForeign(key) { $0.progress.marks = [:] }
    play.hearOfChange()
    #expect(play.state.board.focusedCard?.metRequirements == 0)
    #expect(play.state.layers == [.gate(2)])
  }

  @Test func aTextIsFilledAndEmptied() {
    var play = Play()
    play.press("<Space>G<Enter>")
    play.type("clock skew")
    play.press("<Enter>")
    #expect(play.progress(42).values["root_cause"] == .text("clock skew"))
    #expect(play.notice == "Root cause filled")
    play.press("<Del>")
    #expect(play.progress(42).values.isEmpty)
    #expect(play.notice == "Root cause emptied")
    play.press("g<Backspace>")
    #expect(play.progress(42).marks.count == 2)
  }

  @Test func aValueIsOfferedForCorrection() {
    var play = Play()
    play.press("<Space>Gx")
    play.type("clock")
    play.press("<Enter><Space>")
    guard case .prompt(let prompt) = play.state.layers.last else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.question == "Root cause (a text)")
    #expect(prompt.editor.text == "clock")
  }

  @Test func whoPassesTheGateIsAskedAnewTheNextTime() {
    var play = Play()
    play.press("<Space><Space>j<Enter>")
    play.type("clock skew")
    play.press("<Enter><Esc>1")
    #expect(play.status(of: 42) == "Verifying")
    #expect(play.progress(42).marks.isEmpty)
    #expect(play.progress(42).values.count == 1)
  }

  @Test func aTicketThatLosesTheFocusTakesItsGateAlong() {
    var play = Play()
    play.press("<Space>")
    play.engine.changeForeign(key) { $0.ticket.status = Status.ID(4) }
    play.hearOfChange()
    #expect(play.focus == "WF-77")
    #expect(play.state.layers == [])
    #expect(play.notice == "WF-42 was moved meanwhile.")
    play.press("<Space>")
    #expect(play.progress(77).marks.isEmpty)
  }

  @Test func aStageWithoutAGateSaysSo() {
    var state = Sample.state()
    state.press("0")
    #expect(state.press("<Space>") == [])
    #expect(state.notice?.text == "No gate leads out of this stage.")
    #expect(state.layers == [])
  }
}

@Suite struct GateFieldTests {
  /// One ticket in Staging, before a gate that asks for one of everything.
  private func play() throws -> Play {
    let engine = MemoryEngine(
      try WorkflowDraft.delivery.validated(id: .make(), at: Sample.now))
    engine.add([Sample.detail(of: Sample.card(7, 6, "Ship it", hours: 3))])
    let board = try engine.board(BoardQuery(project: .key(Sample.key), limit: AppState.windowSize))
    let state = AppState(
      board, size: Size(columns: 120, rows: 40), user: "ana", now: Sample.now)
    var play = Play(state, engine)
    play.hearOfChange()
    play.press("<Space>")
    return play
  }

  @Test func anAcknowledgmentIsAcceptedAndTakenBack() throws {
    var play = try play()
    play.press("j<Space>")
    #expect(play.progress(7).marks[.init(gate: "release", item: nil)]?.by == "ana")
    #expect(play.notice == "Accepted")
    play.press("x")
    #expect(play.progress(7).marks.isEmpty)
    #expect(play.notice == "Acceptance taken back")
  }

  @Test func aSelectionIsChosenFromItsOptions() throws {
    var play = try play()
    play.press("jj<Enter>j<Down><Enter>")
    #expect(play.progress(7).values.isEmpty)
    play.press("<C-u><Down><Enter>")
    #expect(play.progress(7).values["risk"] == .option("medium"))
    #expect(play.notice == "Risk: medium")
    play.press("<Enter><Enter>")
    #expect(play.progress(7).values["risk"] == .option("medium"))
  }

  @Test func aDateIsAskedForUntilItIsOne() throws {
    var play = try play()
    play.press("G<Enter>")
    play.type("soon")
    play.press("<Enter>")
    guard case .prompt(let prompt) = play.state.layers.last else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.fault == "Release date needs a date as YYYY-MM-DD, not “soon”.")
    play.press("<C-u>")
    play.type("2026-04-01")
    play.press("<Enter>")
    #expect(play.progress(7).values["release_date"]?.text == "2026-04-01")
    #expect(play.state.layers == [.gate(3)])
  }

  @Test func aNumberIsReadAsOne() throws {
    var play = try play()
    play.engine.add([Sample.detail(of: Sample.card(8, 1, "Idea", hours: 1))])
    play.press("<Esc>")
    play.hearOfChange()
    play.press("0<Space>G<Enter>")
    play.type("2.5")
    play.press("<Enter>")
    #expect(play.progress(8).values["size"] == .number(2.5))
  }

  @Test func untilTheTicketIsReadTheCardTellsHowMuchIsLeft() throws {
    var play = try play()
    play.press("<Esc>")
    play.state.board.detail = nil
    for met in 0...4 {
      let card = Sample.card(7, 6, "Ship it", hours: 3, met: met)
      play.state.board.columns[5].cards = [card]
      let reason = play.state.board.moveOptions.first { $0.status.name == "Released" }?.reason
      #expect(reason == (met == 4 ? nil : "gate: \(4 - met) of 4 left"))
    }
  }
}
