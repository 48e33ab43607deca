import Drawing
import SluiceCore
import Synchronization
import Testing

@testable import SluiceTUI

/// Acting once on all that is marked.
@Suite struct BulkTests {
  private static func play(_ keys: String = "0") -> Play {
    var play = Play(columns: 80, rows: 24)
    play.press(keys)
    play.effects = []
    return play
  }

  @Test func aMoveIsShownFirstAndThenMadeInOneChange() {
    var play = Self.play("0v")
    play.press("jV1")
    #expect(play.state.bulk?.title == "Move 2 tickets to Triaged")
    #expect(play.state.bulk?.tally.changed == 2)
    #expect(play.status(of: 131) == "New")

    play.press("<Enter>")

    #expect(play.status(of: 131) == "Triaged")
    #expect(play.status(of: 130) == "Triaged")
    #expect(play.writes == 1)
    #expect(play.state.frame().description.contains("✓ 2 changed"))
    play.press("<Enter>")
    #expect(play.state.layers.isEmpty)
    #expect(play.state.marks.isEmpty)
  }

  @Test func oneKeyTakesItAllBack() {
    var play = Self.play("0v")
    play.press("jV1<Enter><Enter>u")
    #expect(play.status(of: 131) == "New")
    #expect(play.status(of: 130) == "New")
    #expect(play.notice == "2 tickets: → Triaged taken back")
  }

  @Test func aThousandTicketsAreMovedInOneChangeAndTakenBackInOne() {
    var play = Play(columns: 80, rows: 24, adding: Sample.column(1, 997, from: 5_000))
    play.press("0*")
    #expect(play.state.markedText == "1000 tickets")
    play.effects = []
    play.press("1<Enter>")
    #expect(play.writes == 1)
    #expect(play.count(in: 1) == 0)
    #expect(play.count(in: 2) == 1_002)
    play.press("<Enter>u")
    #expect(play.count(in: 1) == 1_000)
    #expect(play.notice == "1000 tickets: → Triaged taken back")
  }

  @Test func whatCannotBeChangedIsToldWithItsReasonAndStaysMarked() {
    var play = Self.play("0vlvlv")
    play.press("mFixing<Enter>")
    #expect(play.state.bulk?.title == "Move 3 tickets to Fixing")
    let screen = play.state.frame().description
    #expect(screen.contains("✓ 1 can be changed"))
    #expect(screen.contains("· 1 already so"))
    #expect(screen.contains("✗ 1 would be refused: not from New (WF-131)"))
    #expect(screen.contains("enter change the 1 that can be"))
    play.press("<Enter>")
    #expect(play.status(of: 118) == "Fixing")
    #expect(play.marked == ["WF-131"])
  }

  @Test func allOrNothingChangesNothingWhereOneCannotBe() {
    var play = Self.play("0vlv")
    play.press("mFixing<Enter>o<Enter>")
    #expect(play.notice == "1 cannot be, so nothing would be changed; o leaves them out.")
    #expect(play.status(of: 118) == "Triaged")
    play.press("o<Enter>")
    #expect(play.status(of: 118) == "Fixing")
  }

  @Test func allOrNothingHoldsWhereSomethingHappensMeanwhile() {
    var play = Self.play("0v")
    play.press("jv1o")
    play.engine.changeForeign(TicketKey(project: Sample.key, number: 131)) {
      $0.ticket.status = Status.ID(4)
      $0.ticket.version += 1
    }
    play.press("<Enter>")
    #expect(play.status(of: 130) == "New")
    #expect(play.state.frame().description.contains("✗ 1 would be refused: not from Verifying"))
  }

  @Test(arguments: [
    ("!", "Set 2 tickets to priority Urgent"), ("aben<Enter>", "Assign 2 tickets to ben"),
    ("#auth<Enter>", "Label 2 tickets “auth”"),
    ("#auth<Down><Enter>", "Take label “auth” off 2 tickets"),
    ("d2026-12-01<Enter>", "Set 2 tickets due on 2026-12-01"),
    ("d<Enter>", "Set 2 tickets due on no day"), ("cSeen.<Enter>", "Comment on 2 tickets"),
    ("D", "Delete 2 tickets"), ("L", "Move 2 tickets to Triaged"),
  ])
  func everyActionIsForAllOfThem(keys: String, title: String) {
    var play = Self.play("0vjv")
    play.press(keys)
    #expect(play.state.bulk?.title == title)
    play.press("<Enter>")
    if keys.hasPrefix("#auth<Down>") || keys == "d<Enter>" {
      #expect(play.notice == "Nothing would be changed; esc goes back.")
    } else {
      #expect(play.state.bulk?.tally.changed == 2)
      #expect(play.state.layers.count == 1)
    }
  }

  @Test(arguments: [
    (":priority urgent", "Set 2 tickets to priority Urgent"),
    (":move Triaged", "Move 2 tickets to Triaged"),
    (":label auth, ops", "Label 2 tickets “auth”, “ops”"),
    (":comment Seen.", "Comment on 2 tickets"),
    (":due none", "Set 2 tickets due on no day"), (":assign me", "Assign 2 tickets to ana"),
  ])
  func whatIsCalledByNameIsForAllOfThemToo(line: String, title: String) {
    var play = Self.play("0vjv")
    play.press(":")
    play.type(String(line.dropFirst()))
    play.press("<Enter>")
    #expect(play.state.bulk?.title == title)
    #expect(play.writes == 0)
  }

  @Test func onlyWhatWasPreviewedIsChanged() throws {
    var play = Self.play("0*")
    play.press("!")
    #expect(play.state.bulk?.tally.changed == 3)
    play.engine.add([Sample.detail(of: Sample.card(200, 1, "New meanwhile", hours: 1))])
    play.press("<Enter>")
    #expect(play.state.bulk?.tally.changed == 3)
    #expect(play.ticket(200)?.priority != .urgent)
  }

  @Test func aCommentThatIsNotMadeCanBeTypedOn() {
    var play = Self.play("0vjv")
    play.press("cSeen.<Enter><Esc>")
    guard case .prompt(let prompt)? = play.state.layers.last else {
      Issue.record("Expected the comment to be typed on.")
      return
    }
    #expect(prompt.editor.text == "Seen.")
    play.press("<Esc><Esc>")
    #expect(play.state.layers.isEmpty)
  }

  @Test func theOutcomeCanBeTakenBackAtOnce() {
    var play = Self.play("0vjv")
    play.press("!<Enter>u")
    #expect(play.state.layers.isEmpty)
    #expect(play.ticket(131)?.priority == .high)
    #expect(play.ticket(130)?.priority == .medium)
  }

  @Test func whatIsDoneWithOneTicketIsNotDoneWithMany() {
    var play = Self.play("0vjv")
    play.press("e")
    #expect(play.notice == "That is done with one ticket; esc unmarks 2 tickets.")
  }

  @Test func escapeLeavesEverythingAsItIs() {
    var play = Self.play("0vjv")
    play.press("1<Esc>")
    #expect(play.state.layers.isEmpty)
    #expect(play.marked == ["WF-131", "WF-130"])
    #expect(play.writes == 0)
  }

  @Test func aCommentNeedsText() {
    var play = Self.play("0vjv")
    play.press("c<Enter>")
    #expect(play.state.bulk == nil)
    #expect(play.state.layers.count == 1)
  }

  @Test func aFailureIsToldWhereItWasAskedFor() {
    var play = Self.play("0vjv")
    play.press("1")
    play.engine.failWrites(EngineError(.storage, "The disk is full."))
    play.press("<Enter>")
    #expect(play.state.bulk?.phase == .failed("The disk is full."))
    #expect(play.marked == ["WF-131", "WF-130"])
    play.press("<Esc>")
    #expect(play.state.layers.isEmpty)
  }

  @Test func onALineOneNeedNotWaitForIt() {
    var play = SlowPlay(columns: 80, rows: 24)
    play.press("0vjv1")
    play.answerReads()
    play.press("<Enter>")
    #expect(play.state.frame().description.contains("Under way …"))
    play.press("<Esc>")
    #expect(play.state.layers.isEmpty)
    play.linger()
    #expect(play.state.frame().description.contains("WF-131…"))
    play.settle()
    #expect(play.status(of: 131) == "Triaged")
    #expect(
      play.notice == "Move 2 tickets to Triaged: 2 changed, 0 refused; u takes it back")
  }

  @Test func whatWasNotSentIsWithdrawn() {
    var play = SlowPlay(columns: 80, rows: 24)
    play.press("0vjv1")
    play.answerReads()
    play.become(.reconnecting(since: Sample.now))
    play.press("<Enter><Esc>")
    #expect(play.notice == "Not sent; nothing was changed")
    #expect(play.state.pending.queue.isEmpty)
    play.become(.live)
    play.settle()
    #expect(play.status(of: 131) == "New")
  }

  @Test func onAFileALongChangeIsStopped() throws {
    var state = Sample.state(columns: 80, rows: 24)
    state.press("0vjv1")
    let bulk = try #require(state.bulk)
    let results = ["131", "130"].compactMap { TicketKey("WF-\($0)") }.map {
      TicketResult(key: $0, ending: .changed, status: "Triaged")
    }
    _ = state.handle(
      .previewed(.success(Receipt(subject: .tickets(results), sequence: 1)), bulk.preview))
    let ready = try #require(state.bulk)
    #expect(state.press("<Enter>") == [.apply(ready.order, .bulk(ready))])
    _ = state.handle(.progressed(1_000, of: 5_000))
    #expect(state.frame().description.contains("1000 of 5000 done …"))
    #expect(state.press("<C-c>") == [.interrupt])
    _ = state.handle(
      .applied(.failure(EngineError(.interrupted, "The change was given up.")), .bulk(ready)))
    #expect(state.bulk?.phase == .failed("The change was given up."))
  }
}

extension Play {
  /// How many changes were asked for.
  var writes: Int { effects.count { $0.isWrite } }
}
