import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct StyleTests {
  @Test func theFocusedCardHasABarAndAStyle() {
    let frame = Sample.state().frame()
    #expect(
      frame.styles(overlaid: true) == """
        4:44-48 cardKey+focused "WF-42"
        4:49-49 plain+focused " "
        4:50-54 priorityHigh+focused "▲High"
        4:55-59 plain+focused "     "
        4:60-62 gateOpen+focused "2/4"
        """)
    #expect(
      frame.styles(rows: 4..<26, roles: [.focusBar]) == """
        4:43-43 focusBar "▌"
        5:43-43 focusBar "▌"
        6:43-43 focusBar "▌"
        7:43-43 focusBar "▌"
        """)
  }

  @Test func aRequirementInFocusIsStyledWhole() {
    var state = Sample.state(columns: 80, rows: 24)
    state.press("<Space>")
    #expect(
      state.frame().styles(rows: 15..<24, overlaid: true) == """
        19:1-27 checkOpen+focused "[ ] Changelog entry written"
        19:28-79 plain+focused "\(String(repeating: " ", count: 52))"
        """)
  }

  @Test func columnsThatAMoveMayNotTakeAreStruck() {
    var state = Sample.state(columns: 80, rows: 24)
    state.press("m")
    #expect(
      state.frame().styles(rows: 2..<6, overlaid: true) == """
        2:0-0 plain+dimmed " "
        2:1-1 plain+dimmed+struck "✗"
        2:2-2 plain+dimmed " "
        2:3-5 columnTitle+dimmed+struck "New"
        2:6-22 plain+dimmed "                 "
        2:23-25 count+dimmed+struck "128"
        4:0-0 plain+dimmed " "
        4:1-6 cardKey+dimmed+struck "WF-131"
        4:7-7 plain+dimmed " "
        4:8-12 priorityHigh+dimmed+struck "▲High"
        4:13-22 plain+dimmed "          "
        4:23-23 age+dimmed " "
        4:24-25 age+dimmed+struck "2h"
        4:55-59 cardKey+focused "WF-42"
        4:60-60 plain+focused " "
        4:61-65 priorityHigh+focused "▲High"
        4:66-73 plain+focused "        "
        4:74-76 gateOpen+focused "2/4"
        4:77-79 age+focused " 3d"
        5:0-0 plain+dimmed " "
        5:1-5 cardTitle+dimmed+struck "Login"
        5:6-6 cardTitle+dimmed " "
        5:7-10 cardTitle+dimmed+struck "page"
        5:11-11 cardTitle+dimmed " "
        5:12-16 cardTitle+dimmed+struck "blank"
        5:17-17 cardTitle+dimmed " "
        5:18-22 cardTitle+dimmed+struck "after"
        5:23-23 cardTitle+dimmed " "
        5:24-25 cardTitle+dimmed+struck "u…"
        """)
  }

  @Test(arguments: [(4, "count"), (5, "wipFull"), (6, "wipOver")])
  func aWIPLimitIsToldByNumberAndStyle(total: Int, role: String) {
    let state = Sample.state(of: Sample.board(totals: [3, 2, total, 1, 0, 0]))
    let titles = state.frame().styles(rows: 2..<3, roles: [.count, .wipFull, .wipOver])
    #expect(titles.contains("2:60-62 \(role) \"\(total)/5\""))
  }

  @Test(arguments: [(120, 26, "!late 1d"), (80, 24, "!late 1d"), (40, 12, "!late 1d")])
  func aPassedDueDateIsToldByAMarkToo(columns: Int, rows: Int, text: String) {
    let frame = state(due: 7, columns, rows).frame()
    #expect(frame.styles(roles: [.overdue]).hasSuffix("\" \(text)\""))
    #expect(state(due: 8, columns, rows).frame().styles(roles: [.overdue]).isEmpty)
  }

  @Test func theDayTurnsWhereThePersonIs() {
    var state = state(due: 8, 80, 24)
    #expect(state.frame().styles(roles: [.overdue]).isEmpty)
    state = AppState(
      state.asBoard, size: state.size, user: "ana", now: Sample.now, secondsFromUTC: 12 * 3_600)
    #expect(!state.frame().styles(roles: [.overdue]).isEmpty)
  }

  @Test func whatIsDoneIsNeverOverdue() {
    let state = state(due: 1, 80, 24, status: 5)
    #expect(state.frame().styles(roles: [.overdue]).isEmpty)
  }

  /// A board with one ticket due on a day of March 2026; today is the 8th.
  private func state(due day: Int, _ columns: Int, _ rows: Int, status: Int = 3) -> AppState {
    var detail = Sample.detail(of: Sample.card(1, status, "Late", hours: 73))
    detail.state.ticket.due = CalendarDay(year: 2026, month: 3, day: day)
    let engine = MemoryEngine()
    engine.add([detail])
    return Sample.state(columns: columns, rows: rows, of: engine)
  }
}

extension AppState {
  /// What the state shows, as an engine would have answered it.
  fileprivate var asBoard: Board {
    Board(
      project: board.project, workflow: board.workflow,
      columns: board.columns.map {
        Board.Column(
          status: $0.status, count: $0.count, total: $0.total,
          window: CardWindow(
            cards: $0.cards, hasEarlier: $0.hasEarlier, hasLater: $0.hasLater))
      }, sequence: 1)
  }
}
