import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Completing a filter, its faults, and saved views.
@Suite struct FilterPromptTests {
  @Test func `Tab puts what is offered in place of what is typed`() {
    var play = Play()
    play.press("/prio<Tab>")
    #expect(play.state.board.filterText == "priority>=")
    play.press("<Down><Down><Tab>")
    #expect(play.state.board.filterText == "priority>=high ")
    #expect(play.state.filter == BoardFilter(minimumPriority: .high))
    play.type("-over")
    play.press("<Right>")
    #expect(play.state.board.filterText == "priority>=high -is:overdue ")
  }

  @Test func `Labels and people come from the engine as they are typed`() {
    var play = Play()
    play.press("/label:au")
    #expect(
      play.effects.last == .loadSuggestions(.label, .key(Sample.key), prefix: "au"))
    play.press("<Tab>")
    #expect(play.state.board.filterText == "label:auth ")
    play.press("assignee:<Down><Down><Down><Enter>")
    #expect(play.state.board.filterText == "label:auth assignee:ana ")
    #expect(play.state.filter == BoardFilter(assignee: .named("ana"), labels: ["auth"]))
  }

  @Test func `An answer to what was typed before is not offered`() {
    var state = Sample.state()
    state.press("/label:au")
    state.press("<Backspace>")
    _ = state.handle(.suggestionsLoaded(["auth"], .label, query: "au"))
    guard case .filter(let prompt) = state.layers.last else {
      Issue.record("Expected a filter.")
      return
    }
    #expect(prompt.labels == [])
  }

  @Test func `What is not understood changes nothing and is not left with enter`() {
    var play = Play()
    play.press("/login")
    play.type(" age")
    let former = play.state.filter
    play.type(">3")
    #expect(play.state.filter == former)
    play.press("<Enter>")
    guard case .filter(let prompt) = play.state.layers.last else {
      Issue.record("Expected the filter to stay.")
      return
    }
    #expect(
      play.state.faults(of: prompt).map(\.message) == [
        "Expected a unit behind 3: m, h, d, w, mo or y, as in 3d."
      ])
    play.press("y<Enter>")
    #expect(play.state.layers == [])
    #expect(play.state.filter.condition.description == "age>3y")
  }

  @Test func `What is still being typed is no fault yet`() {
    var state = Sample.state()
    state.press("/status:")
    guard case .filter(let prompt) = state.layers.last else {
      Issue.record("Expected a filter.")
      return
    }
    #expect(state.faults(of: prompt) == [])
    #expect(state.reading("status:").faults != [])
  }

  @Test func `A filter is saved as a view, shown, and named in others`() {
    var play = Play()
    play.press("/prio>=high<C-s>hot<Enter>")
    #expect(
      play.effects.last == .saveView(SavedView(name: "hot", text: "prio>=high")))
    #expect(play.notice == "Saved view hot")
    play.press("<Esc>f<Enter>")
    #expect(play.state.board.filterText == "view:hot")
    #expect(play.state.filter == BoardFilter(minimumPriority: .high))
    play.press("/<C-u>login -view:h<Tab><Enter>")
    #expect(play.state.board.filterText == "login -view:hot ")
    play.press("/<C-u>view:cold<Enter>")
    guard case .filter(let prompt) = play.state.layers.last else {
      Issue.record("Expected the filter to stay.")
      return
    }
    #expect(
      play.state.faults(of: prompt).map(\.message) == ["There is no saved view “cold”."])
  }

  @Test func `Nothing and what is not understood is not saved`() {
    var play = Play()
    play.press("/<C-s>")
    guard case .filter = play.state.layers.last else {
      Issue.record("Expected the filter to stay.")
      return
    }
    play.press("age><C-s>")
    guard case .filter = play.state.layers.last else {
      Issue.record("Expected the filter to stay.")
      return
    }
  }

  @Test func `Without a saved view the list says how to make one`() {
    var play = Play()
    play.press("f")
    #expect(
      play.notice == "There is no saved view yet: / types a filter, ^S there saves it.")
  }
}
