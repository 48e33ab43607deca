import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// Someone else was faster: both versions are shown, and what was typed is never lost.
@Suite struct ConflictTests {
  private let key = TicketKey(project: Sample.key, number: 42)

  private func conflict(_ state: AppState) -> Conflict? {
    guard case .conflict(let conflict)? = state.layers.last else { return nil }
    return conflict
  }

  /// Someone changes the ticket while one types.
  private func theirs(_ play: Play, _ change: @escaping (inout TicketState) -> Void) {
    play.engine.changeForeign(key, change)
  }

  private func formInConflict(columns: Int = 120, rows: Int = 40) -> Play {
    var play = Play(columns: columns, rows: rows)
    play.editor = { _ in .success("Sessions expire early.\nSeen twice a day.") }
    play.press("e<C-u>Mine<Up><Enter>")
    let edit = TicketEdit(
      title: "Theirs", description: "Sessions expire early.\nIt is the clock.", priority: .urgent)
    by("ben", .edit(edit), play)
    play.press("<C-s>")
    return play
  }

  /// Someone changes the ticket, and history tells.
  private func by(_ name: String, _ change: TicketChange, _ play: Play) {
    do throws(EngineError) {
      _ = try play.engine.apply(.changeTicket(.key(key), change), by: Actor(name: name))
    } catch {
      Issue.record(error)
    }
  }

  private func title(_ play: Play) -> String? {
    conflict(play.state).map { play.state.title(of: $0) }
  }

  @Test func whoChangedItMeanwhileIsNamed() {
    #expect(title(formInConflict()) == "WF-42 was changed by ben, just now")
  }

  @Test func whoChangedSomethingElseSinceIsNotNamed() {
    var play = Play()
    play.press("o<Tab><Enter><C-u>Mine")
    by("ben", .edit(TicketEdit(title: "Theirs")), play)
    by("cy", .edit(TicketEdit(priority: .low)), play)
    by("dee", .comment("Hm."), play)
    play.press("<Enter>")
    #expect(title(play) == "WF-42 was changed by ben, just now")
  }

  @Test func whoTookAChangeOfItBackIsNamed() {
    var play = Play()
    by("ben", .edit(TicketEdit(title: "Theirs")), play)
    play.hearOfChange()
    play.press("o<Tab><Enter><C-u>Mine")
    do throws(EngineError) {
      _ = try play.engine.apply(.undo(.ticket(.key(key))), by: Actor(name: "ben"))
    } catch {
      Issue.record(error)
    }
    by("cy", .comment("Why?"), play)
    play.press("<Enter>")
    #expect(title(play) == "WF-42 was changed by ben, just now")
  }

  @Test func aValueNamesWhoFilledIt() {
    var play = Play()
    play.press("<Space>G<Enter>clock skew")
    by("ben", .setValue(field: "root_cause", text: "a leap second"), play)
    by("cy", .edit(TicketEdit(title: "Theirs")), play)
    play.press("<Enter>")
    #expect(title(play) == "WF-42 was changed by ben, just now")
  }

  @Test func withoutHistoryItIsOnlySaid() {
    var play = Play()
    play.press("d2026-12-01")
    theirs(play) { $0.ticket.due = CalendarDay("2026-11-30") }
    play.press("<Enter>")
    #expect(title(play) == "WF-42 was changed meanwhile")
  }

  @Test func aFormShowsBothVersionsOfEachField() throws {
    let play = formInConflict()
    let parts = try #require(conflict(play.state)).parts
    #expect(parts.map(\.kind) == [.different, .theirs, .same, .same, .same, .different])
    #expect(parts.first == .init(name: "Title", mine: "Mine", theirs: "Theirs", kind: .different))
    #expect(play.ticket(42)?.title == "Theirs")
    #expect(play.notice == nil)
  }

  @Test func mineIsSavedOverThePresentVersionAndWhatIDidNotTouchStaysTheirs() {
    var play = formInConflict()
    play.press("m")
    #expect(play.ticket(42)?.title == "Mine")
    #expect(play.ticket(42)?.description == "Sessions expire early.\nSeen twice a day.")
    #expect(play.ticket(42)?.priority == .urgent)
    #expect(play.state.layers == [])
    #expect(play.drafts.isEmpty)
  }

  @Test func theirsStaysAndMineIsOfferedAgain() {
    var play = formInConflict()
    play.press("t")
    #expect(play.ticket(42)?.title == "Theirs")
    #expect(play.state.layers == [])
    #expect(play.notice == "Theirs stays; what you typed is there when you edit it again")
    play.press("e")
    guard case .form(let form)? = play.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.title.text == "Mine")
    #expect(form.note?.contains("restored") == true)
  }

  @Test(arguments: ["e", "<Esc>"])
  func oneGoesOnEditing(key: String) {
    var play = formInConflict()
    play.press(key)
    guard case .form(let form)? = play.state.layers.last else {
      Issue.record("no form")
      return
    }
    #expect(form.title.text == "Mine")
    #expect(form.fault?.hasPrefix("WF-42 was changed meanwhile.") == true)
    play.press("<C-s>")
    #expect(play.ticket(42)?.title == "Mine")
  }

  @Test func anotherKeySaysWhatThereIsToChoose() {
    var play = formInConflict()
    play.press("x")
    #expect(play.notice == "m keeps mine, t takes theirs, e goes on editing")
    #expect(conflict(play.state) != nil)
  }

  /// Whoever is faster again is met again.
  @Test func aThirdVersionIsShownToo() {
    var play = formInConflict()
    play.press("e")
    theirs(play) { $0.ticket.title = "Theirs again" }
    play.press("<C-s>")
    #expect(conflict(play.state)?.parts.first?.theirs == "Theirs again")
  }

  @Test func aTitleBesideTheirs() {
    var play = Play()
    play.press("o<Tab><Enter><C-u>Mine")
    theirs(play) { $0.ticket.title = "Theirs" }
    play.press("<Enter>")
    #expect(
      conflict(play.state)?.parts
        == [.init(name: "Title", mine: "Mine", theirs: "Theirs", kind: .different)])
    play.press("m")
    #expect(play.ticket(42)?.title == "Mine")
    #expect(play.state.layers.count == 1, "the page stays open")
  }

  @Test func aDescriptionBesideTheirs() {
    var play = Play()
    play.editor = { [key, engine = play.engine] _ in
      engine.changeForeign(key) { $0.ticket.description = "Theirs." }
      return .success("Mine.")
    }
    play.press("E")
    let part = conflict(play.state)?.parts.last
    #expect(part == .init(name: "Description", mine: "Mine.", theirs: "Theirs.", kind: .different))
    play.press("m")
    #expect(play.ticket(42)?.description == "Mine.")
  }

  @Test func aDayBesideTheirs() {
    var play = Play()
    play.press("d2026-12-01")
    theirs(play) { $0.ticket.due = CalendarDay("2026-11-30") }
    play.press("<Enter>")
    #expect(
      conflict(play.state)?.parts
        == [.init(name: "Due", mine: "2026-12-01", theirs: "2026-11-30", kind: .different)])
    play.press("m")
    #expect(play.ticket(42)?.due?.description == "2026-12-01")
    #expect(play.state.layers == [])
  }

  @Test func aValueBesideTheirs() {
    var play = Play()
    play.press("<Space>G<Enter>clock skew")
    theirs(play) { $0.progress.values["root_cause"] = .text("a leap second") }
    play.press("<Enter>")
    #expect(
      conflict(play.state)?.parts == [
        .init(name: "Root cause", mine: "clock skew", theirs: "a leap second", kind: .different)
      ])
    play.press("e")
    guard case .prompt(let prompt)? = play.state.layers.last else {
      Issue.record("no prompt")
      return
    }
    #expect(prompt.editor.text == "clock skew")
    play.press("<Enter>")
    #expect(play.progress(42).values["root_cause"]?.text == "clock skew")
  }

  /// One answer and another field do not contradict each other.
  @Test(arguments: [
    "d2026-12-01<Enter>", "<Space>G<Enter>clock skew<Enter>", "o<Tab><Enter>s<Enter>",
  ])
  func whatSomeoneElseChangedBesidesIsNoConflict(keys: String) {
    var play = Play()
    play.press(String(keys.dropLast("<Enter>".count)))
    theirs(play) { $0.ticket.priority = .low }
    play.press("<Enter>")
    #expect(conflict(play.state) == nil)
    #expect(play.ticket(42)?.priority == .low)
    #expect(
      play.ticket(42)?.due != nil || play.progress(42).values["root_cause"] != nil
        || play.ticket(42)?.title == "Fix login timeouts")
    #expect(play.drafts.isEmpty)
  }

  @Test(arguments: [
    Size(columns: 120, rows: 40), Size(columns: 80, rows: 24), Size(columns: 40, rows: 12),
  ])
  func theScreens(size: Size) {
    let name = "\(size.columns)x\(size.rows)"
    var play = formInConflict(columns: size.columns, rows: size.rows)
    expectScreen(play.state.frame(), "conflict-\(name)")
    play.press("<PageDown>")
    expectScreen(play.state.frame(), "conflict-end-\(name)")
    play.press("e")
    expectScreen(play.state.frame(), "conflict-edit-\(name)")
  }

  @Test func whatDiffersHasASignAndAStyle() {
    let styles = formInConflict().state.frame().styles(roles: [.warning, .changed])
    #expect(styles.contains("warning") && styles.contains("changed"))
  }
}
