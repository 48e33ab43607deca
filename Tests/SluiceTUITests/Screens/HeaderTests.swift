import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

/// The top line says as much of the board as there is room for; the filter comes first.
@Suite struct HeaderTests {
  @Test(arguments: [
    (
      120, "",
      " Sluice  WF Workflow Demo   Bug Triage · strict"
        + "                              ● live  ana · demo, thrown away at the end"
    ),
    (
      80, "",
      " Sluice  WF Workflow Demo   Bug Triage · strict              ● live  ana · demo"
    ),
    (64, "", " Sluice  WF Workflow Demo   Bug Triage · strict     ● live  ana"),
    (58, "", " WF Workflow Demo   Bug Triage · strict       ● live  ana"),
    (40, "", " WF  Bug Triage · strict    ● live  ana"),
    (
      80, "/prio>=high<Enter>",
      " WF Workflow Demo   Bug Triage · strict   / prio>=high  4 of 9      ● live  ana"
    ),
    (80, "/x", " WF  Bug Triage · strict   / x                              3 of 9  ● live  ana"),
    (40, "/x", " / x                             3 of 9"),
    (40, "/login<Enter>", " WF   / login  2 of 9       ● live  ana"),
    (40, "/label:\"help wanted\"<Enter>", " WF   / label:\"hel…  0 of 9 ● live  ana"),
  ])
  func whatHasNoRoomIsLeftOut(columns: Int, keys: String, line: String) {
    var play = Play(columns: columns, rows: 24)
    play.state.remark = "demo, thrown away at the end"
    play.press(keys)
    #expect(play.state.frame().text(in: Rect(left: 0, top: 0, columns: columns, rows: 1)) == line)
  }

  @Test func aLongWorkflowNameIsCut() throws {
    var draft = WorkflowDraft.bugTriage
    draft.name = "A workflow with a name that is rather long"
    let workflow = try draft.validated(id: .make(), at: Sample.now)
    let state = Sample.state(columns: 40, rows: 12, of: MemoryEngine(workflow))
    #expect(
      state.frame().text(in: Rect(left: 0, top: 0, columns: 40, rows: 1))
        == " WF  A workflow with a nam… ● live  ana")
  }
}
