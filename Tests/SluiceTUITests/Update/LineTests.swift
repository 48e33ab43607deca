import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// A line that is slow or lost.
@Suite struct LineTests {
  private static let since = Timestamp(milliseconds: 1_772_999_990_000)
  private let lost = LinkState.reconnecting(since: since)

  @Test(arguments: [LineEngine.Fault.request, .answer])
  func `A change whose answer is lost is sent again and made once`(fault: LineEngine.Fault) {
    var play = SlowPlay()
    play.engine.failNext(fault)
    play.press("2!")
    play.answerWrite()
    play.become(lost)
    #expect(play.writes == [])
    #expect(play.numbers(1) == [118, 42, 112])
    #expect(play.state.unsent == 2)
    play.become(.live)
    play.settle()
    #expect(play.engine.madeCount == 2)
    #expect(play.status(of: 42) == "Triaged")
    #expect(play.state.unsent == 0)
    #expect(play.state.difference(from: play.memory) == nil)
  }

  @Test func `While the line is lost keys go on and nothing is asked in vain`() {
    var play = SlowPlay()
    play.become(lost)
    play.press("2")
    play.press("hjlk")
    #expect(play.writes == [])
    #expect(play.numbers(1) == [118, 42, 112])
    #expect(play.notice == nil)
  }

  @Test func `What cannot be read wipes nothing and says nothing twice`() {
    var play = SlowPlay()
    play.become(lost)
    play.press("j")
    play.tell(.foreignChange)
    play.answerReads()
    #expect(play.counts == [3, 2, 3, 1, 0, 0])
    #expect(play.notice == nil)
    let header = play.state.frame().description.split(separator: "\n").first ?? ""
    #expect(header.contains("◌ reconnecting"))
  }

  @Test func `On return what others did is read once, and the cards in sight stay`() {
    var play = SlowPlay(adding: Sample.column(1, 130, from: 900))
    play.press("0" + String(repeating: "j", count: 30))
    play.settle()
    let former = play.state.board.columns[0]
    play.become(lost)
    play.memory.changeForeign(TicketKey(project: Sample.key, number: 118)) {
      $0.ticket.title = "Renamed elsewhere"
    }
    play.become(.live)
    #expect(play.state.board.columns[0].cards == former.cards)
    play.settle()
    let column = play.state.board.columns[0]
    #expect(column.selectedCard == former.selectedCard)
    #expect(column.selected - column.top == former.selected - former.top)
    #expect(play.state.board.columns[1].cards.first?.title == "Renamed elsewhere")
  }

  @Test func `Many changes of others cost two reads of the board`() {
    var play = SlowPlay()
    for _ in 0..<20 { play.tell(.foreignChange) }
    play.answerReads()
    #expect(play.memory.calls.filter { $0 == "board WF" }.count == 1 + 2)
  }

  @Test func `A line that swallowed a change and stands is tried again in time`() {
    var play = SlowPlay()
    play.engine.failNext(.answer)
    play.press("2")
    play.answerWrite()
    #expect(play.writes == [])
    #expect(play.state.isWaitingToTry)
    play.tell(.retry)
    play.settle()
    #expect(play.engine.madeCount == 1)
    #expect(play.notice == "WF-42 → Triaged")
  }

  @Test func `A line that is given up gives back what was typed`() {
    var play = SlowPlay()
    play.become(lost)
    play.press("c")
    play.type("Long thought.")
    play.press("<Enter>")
    play.become(.offline(reason: "The login has ended."))
    play.answerWrite()
    guard case .prompt(let prompt)? = play.state.layers.last else {
      Issue.record("the text was lost")
      return
    }
    #expect(prompt.editor.text == "Long thought.")
  }

  @Test func `A form does not hold up the keys, and comes back if it is refused`() {
    var play = SlowPlay()
    play.press("e<End>")
    play.type("s")
    play.press("<Enter>")
    play.linger()
    #expect(play.state.layers == [])
    #expect(play.state.board.focusedCard?.title == "Fix login timeouts")
    play.press("jk")
    play.memory.changeForeign(TicketKey(project: Sample.key, number: 42)) {
      $0.ticket.title = "Theirs"
    }
    play.settle()
    guard case .conflict(let conflict)? = play.state.layers.last else {
      Issue.record("the text was lost")
      return
    }
    #expect(conflict.parts.first?.mine == "Fix login timeouts")
    #expect(conflict.parts.first?.theirs == "Theirs")
    #expect(play.state.board.columns[2].cards.map(\.title).contains("Theirs"))
  }

  @Test func `A text comes back after what is being typed now`() {
    var play = SlowPlay()
    play.press("c")
    play.type("First.")
    play.press("<Enter>jc")
    play.type("Sec")
    play.memory.failWrites(EngineError(.storage, "The disk of the server is full."))
    play.answerWrite()
    play.type("ond.")
    guard case .prompt(let second)? = play.state.layers.last else {
      Issue.record("what was being typed was lost")
      return
    }
    #expect(second.editor.text == "Second.")
    play.press("<Esc><Esc>")
    guard case .prompt(let first)? = play.state.layers.last else {
      Issue.record("the text was lost")
      return
    }
    #expect(first.editor.text == "First.")
    #expect(first.fault == "The disk of the server is full.")
  }

  @Test func `The answer to a filter that was given up is not shown`() throws {
    var play = SlowPlay()
    play.press("/")
    play.type("label:auth")
    let answer = play.readNow()
    play.press("<Esc>")
    play.tell(try #require(answer))
    #expect(play.counts == [3, 2, 3, 1, 0, 0])
    play.answerReads()
    #expect(play.counts == [3, 2, 3, 1, 0, 0])
    #expect(play.state.board.filterText == "")
  }

  @Test func `Whoever goes on is not thrown to the end that was asked for`() {
    var play = SlowPlay(adding: Sample.column(1, 330, from: 900))
    play.press("0")
    play.settle()
    play.press("G")
    play.press("j")
    let focus = play.focus
    play.answerReads()
    #expect(play.focus == focus)
  }

  @Test func `Cards are read well before a held key comes to them`() {
    var play = SlowPlay(columns: 80, rows: 24, adding: Sample.column(1, 330, from: 900))
    play.press("0")
    play.answerReads()
    for _ in 0..<200 {
      play.press("jjjjjjjjj")
      let column = play.state.board.columns[0]
      // A third of a second of a held key before each answer.
      #expect(column.selected < column.cards.count - 1 || !column.hasLater)
      play.answerReads()
      if !column.hasLater { break }
    }
  }
}
