import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct PickerTests {
  private func picker(_ state: AppState) -> Picker? {
    guard case .picker(let picker) = state.layers.last else { return nil }
    return picker
  }

  private func shown(_ state: AppState) -> [String]? {
    picker(state)?.shown.map(\.text)
  }

  @Test func peopleAreOfferedWithOneselfFirst() {
    var play = Play()
    play.press("a")
    #expect(shown(play.state) == ["ana", "ben", "cy", "nobody"])
    play.press("<Down><C-n><Tab><C-p><Enter>")
    #expect(play.ticket(42)?.assignee == "cy")
    #expect(play.notice == "WF-42 → cy")
    play.press("a<PageDown><Enter>")
    #expect(play.ticket(42)?.assignee == nil)
    #expect(play.notice == "WF-42 → nobody")
  }

  @Test func typingNarrowsTheListAndOffersWhatIsNew() {
    var play = Play()
    play.press("a")
    play.type("be")
    #expect(shown(play.state) == ["ben", "be"])
    #expect(play.effects.last == .loadSuggestions(.assignee, .key(Sample.key), prefix: "be"))
    play.press("<Down><Enter>")
    #expect(play.ticket(42)?.assignee == "be")
  }

  @Test func pastedTextNarrowsTheListToo() {
    var play = Play()
    play.press("a<PageDown>")
    play.tell(.input(.paste("cy")))
    #expect(shown(play.state) == ["cy"])
    #expect(picker(play.state)?.selected == 0)
    #expect(play.effects.last == .loadSuggestions(.assignee, .key(Sample.key), prefix: "cy"))
  }

  @Test func suggestionsForWhatIsNoLongerTypedAreIgnored() {
    var state = Sample.state()
    state.press("abe")
    let former = state
    #expect(state.handle(.suggestionsLoaded(["bea", "ben"], .assignee, query: "b")) == [])
    #expect(state == former)
    _ = state.handle(.suggestionsLoaded(["bea", "ben"], .assignee, query: "be"))
    #expect(shown(state) == ["bea", "ben", "be"])
    state.press("<Esc>")
    #expect(state.handle(.suggestionsLoaded(["bea"], .assignee, query: "be")) == [])
    #expect(state.layers == [])
  }

  @Test func labelsArePutOnAndTakenOffWhileTheListStaysOpen() {
    var play = Play()
    play.press("#")
    #expect(shown(play.state) == ["auth", "billing", "bug", "data", "export", "search"])
    #expect(picker(play.state)?.marked == ["auth", "bug"])
    play.press("<Enter>")
    #expect(play.ticket(42)?.labels == ["bug"])
    #expect(play.notice == "Label “auth” removed from WF-42")
    play.type("new one")
    play.press("<Enter>")
    #expect(play.ticket(42)?.labels == ["bug", "new one"])
    #expect(picker(play.state)?.editor.text == "")
    #expect(picker(play.state)?.marked == ["bug", "new one"])
    play.press("<Enter><Esc>")
    #expect(play.ticket(42)?.labels == ["bug"])
    #expect(play.state.layers == [])
  }

  @Test func nothingIsChosenWhereNothingMatches() {
    var play = Play()
    play.press("pzzz<Enter>")
    #expect(shown(play.state) == [])
    #expect(play.state.board.project.key == Sample.key)
    #expect(play.state.layers.count == 1)
  }
}

@Suite struct ProjectSwitchTests {
  private static let ops = ProjectKey("OPS") ?? Sample.key
  private static let other = Project(
    id: .make(), key: ops, name: "Operations", createdAt: Sample.now, updatedAt: Sample.now)

  private func play() throws -> Play {
    let engine = MemoryEngine(projects: [Sample.project, Self.other])
    engine.add(Sample.cards.flatMap { $0 }.map(Sample.detail(of:)))
    let board = try engine.board(BoardQuery(project: .key(Sample.key), limit: AppState.windowSize))
    return Play(Sample.state(of: board), engine)
  }

  @Test func anotherProjectIsOpenedAndRemembered() throws {
    var play = try play()
    play.press("p")
    #expect(play.effects == [.loadProjects])
    play.type("oper")
    play.press("<Enter>")
    #expect(play.state.board.project.key == Self.ops)
    #expect(play.focus == nil)
    #expect(play.effects.last == .remember(Self.ops))
  }

  @Test func thePresentProjectIsShownWhole() throws {
    var play = try play()
    play.press("/")
    play.type("login")
    play.press("<Enter>p<Enter>")
    #expect(play.state.board.filterText == "")
    #expect(play.state.board.columns[0].cards.count == 3)
  }

  @Test func theFilterStaysUntilTheOtherBoardIsThere() throws {
    var play = try play()
    play.press("/")
    play.type("login")
    play.press("<Enter>")
    var state = play.state
    state.press("p")
    _ = state.handle(.projectsLoaded(.success([Sample.project, Self.other])))
    #expect(
      state.press("<Down><Enter>") == [
        .loadBoard(BoardQuery(project: .key(Self.ops), limit: AppState.windowSize), .open)
      ])
    #expect(state.board.filterText == "login")
    let gone = EngineError(.unavailable, "Gone.")
    _ = state.handle(.boardLoaded(.failure(gone), state.boardQuery, .open))
    #expect(state.board.filterText == "login")
    #expect(state.board.project.key == Sample.key)
  }

  @Test func anAnswerAboutTheProjectThatWasLeftLeadsNowhere() throws {
    var play = try play()
    let late = try play.engine.board(
      BoardQuery(project: .key(Sample.key), limit: AppState.windowSize))
    play.press("p<Down><Enter>")
    #expect(play.state.handle(.boardLoaded(.success(late), play.state.boardQuery, .refresh)) == [])
    #expect(play.state.board.project.key == Self.ops)
  }
}
