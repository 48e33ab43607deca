import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// What others do is marked where it happens, and goes by; what one does oneself never is.
@Suite struct OthersTests {
  private let ben = Actor(name: "ben")

  private func key(_ number: Int) -> TicketKey { TicketKey(project: Sample.key, number: number) }

  private func marked(_ play: Play) -> [Int] {
    play.state.foreign.marks.keys.map(\.number).sorted()
  }

  private func ben(_ number: Int, _ change: TicketChange, in play: inout Play) throws {
    _ = try play.engine.apply(.changeTicket(.key(key(number)), change), by: ben)
    play.hearOfChange()
  }

  @Test func aCardThatSomeoneMovedIsMarkedAndTheMarkGoes() throws {
    var play = Play()
    try ben(77, .move(to: "Triaged"), in: &play)
    #expect(marked(play) == [77])
    #expect(play.effects.contains(.fade(1)))
    #expect(play.state.frame().description.contains("WF-77✱"))
    play.tell(.faded(1))
    #expect(marked(play) == [])
    #expect(!play.state.frame().description.contains("✱"))
  }

  @Test func soIsOneThatSomeoneChangedOrMade() throws {
    var play = Play()
    try ben(70, .edit(TicketEdit(title: "Charged twice")), in: &play)
    _ = try play.engine.apply(
      .createTicket(.key(Sample.key), TicketDraft(title: "Found by ben")), by: ben)
    play.hearOfChange()
    #expect(marked(play) == [70, 132])
  }

  /// Each mark has its time, however much happens meanwhile.
  @Test func aMarkGoesByItsOwnTime() throws {
    var play = Play()
    try ben(70, .edit(TicketEdit(priority: .low)), in: &play)
    try ben(77, .edit(TicketEdit(priority: .low)), in: &play)
    play.tell(.faded(1))
    #expect(marked(play) == [77])
    play.tell(.faded(2))
    #expect(marked(play) == [])
  }

  @Test(arguments: [
    "!", "H", "2", "dd<C-u>2026-12-01<Enter>", "cHm<Enter>", "nMine<Enter>", "e<End>s<Enter>",
    "-u", "-u<C-r>", "<Space>x", "vjv!<Enter>", "vjv!<Enter>u", "aben<Enter>", "#ui<Enter>",
  ])
  func whatOneChangesOneselfIsNotMarked(keys: String) {
    var play = Play()
    play.press(keys)
    play.press("<Esc><Esc>")
    play.hearOfChange()
    #expect(marked(play) == [])
    #expect(play.effects.contains { $0.isWrite })
  }

  @Test func whatSomeoneChangesAfterOneselfIs() throws {
    var play = Play()
    play.press("!")
    #expect(marked(play) == [])
    try ben(42, .edit(TicketEdit(priority: .low)), in: &play)
    #expect(marked(play) == [42])
    play.press("!")
    #expect(marked(play) == [], "it is one's own again")
  }

  /// Over a line the board may be read before the answer to one's own change comes.
  @Test func whatIsStillUnderWayIsNotMarked() {
    var play = SlowPlay()
    play.press("!")
    play.memory.changeForeign(key(77)) { $0.ticket.title = "Theirs" }
    play.tell(.foreignChange)
    play.settle()
    #expect(play.state.foreign.marks.keys.map(\.number) == [77])
  }

  @Test func aCardThatOnlyCameIntoSightIsNotMarked() throws {
    var play = Play(adding: Sample.column(1, 130, from: 900))
    let first = try #require(play.state.board.columns[0].cards.first)
    #expect(play.state.board.columns[0].hasLater)
    try ben(first.key.number, .move(to: "Triaged"), in: &play)
    #expect(marked(play) == [first.key.number])
  }

  @Test func anotherFilterMarksNothing() {
    var play = Play()
    play.press("/csv<Enter><Esc>")
    #expect(marked(play) == [])
  }

  /// What comes to pass a filter by time alone was changed by nobody.
  @Test func underAFilterOfTimeOnlyWhatWasThereCounts() throws {
    var play = Play()
    play.press("/age>1h<Enter>")
    try ben(77, .move(to: "Triaged"), in: &play)
    #expect(marked(play) == [])
    try ben(70, .edit(TicketEdit(title: "Charged twice")), in: &play)
    #expect(marked(play) == [70])
  }

  @Test func inADeepColumnItIsMarkedToo() throws {
    var play = Play(adding: Sample.column(1, 130, from: 900))
    play.press("0" + String(repeating: "j", count: 100))
    let card = try #require(play.state.board.focusedCard)
    try ben(card.key.number, .edit(TicketEdit(title: "Renamed")), in: &play)
    #expect(marked(play) == [card.key.number])
  }
}

/// Who did what is told of the ticket that one looks at.
extension OthersTests {
  @Test func thePaneTellsWhoChangedTheTicketInFocus() throws {
    var play = Play()
    try ben(42, .edit(TicketEdit(title: "Fix the login")), in: &play)
    #expect(play.state.frame().description.contains("✱ ben changed the title, just now"))
    #expect(play.notice == nil)
  }

  @Test func whereThereIsNoPaneALineTellsIt() throws {
    var play = Play(columns: 40, rows: 12)
    try ben(42, .edit(TicketEdit(title: "Fix the login")), in: &play)
    #expect(play.notice == "ben changed the title of WF-42, just now")
    play.tell(.faded(1))
    #expect(play.notice == nil)
  }

  @Test func aTicketThatIsMovedAwayUnderTheCursorIsTold() throws {
    var play = Play()
    try ben(42, .move(to: "Triaged"), in: &play)
    #expect(play.focus == "WF-77")
    #expect(play.notice == "ben moved WF-42 to Triaged, just now")
  }

  @Test func nothingIsAskedOfTicketsThatOneDoesNotLookAt() throws {
    var play = Play()
    try ben(77, .move(to: "Triaged"), in: &play)
    #expect(!play.effects.contains { if case .loadLatest = $0 { true } else { false } })
  }

  @Test func whatWasSaidSinceIsNotTalkedOver() throws {
    var play = Play(columns: 40, rows: 12)
    _ = try play.engine.apply(.changeTicket(.key(key(42)), .edit(TicketEdit(title: "B"))), by: ben)
    play.press("r")
    #expect(play.notice == "Read anew")
    play.tell(.faded(1))
    #expect(play.notice == "Read anew")
  }

  @Test(arguments: [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func theScreens(size: Size) throws {
    let name = "\(size.columns)x\(size.rows)"
    var play = Play(columns: size.columns, rows: size.rows)
    _ = try play.engine.apply(.changeTicket(.key(key(77)), .move(to: "Triaged")), by: ben)
    try ben(42, .edit(TicketEdit(priority: .urgent)), in: &play)
    expectScreen(play.state.frame(), "others-\(name)")
    play.tell(.faded(1))
    expectScreen(play.state.frame(), "others-faded-\(name)")
  }

  @Test func theMarkHasASignAndAStyle() throws {
    var play = Play(columns: 40, rows: 12)
    try ben(42, .edit(TicketEdit(priority: .urgent)), in: &play)
    #expect(play.state.frame().styles(roles: [.changed]).contains("changed"))
  }
}
