import Drawing
import SluiceCore
import Testing

@testable import SluiceTUI

@Suite struct FirstRunTests {
  private func press(_ names: String, _ first: inout FirstRun) -> FirstRun.Choice? {
    var choice: FirstRun.Choice?
    for key in keys(names) where choice == nil { choice = first.handle(key) }
    return choice
  }

  @Test func aProjectIsMadeWithTheChosenWorkflow() {
    var first = FirstRun(place: "/somewhere/sluice.db")
    let choice = press("ops<Enter>Operations<Tab><Right><Tab><Enter>", &first)
    #expect(
      choice
        == .create(
          ProjectDraft(key: "ops", name: "Operations", workflow: .name("Bug Triage")),
          workflow: .bugTriage))
  }

  @Test func aProjectWithoutANameIsCalledByItsKey() {
    var first = FirstRun(place: "")
    guard case .create(let draft, _) = press("OPS<Up><Up><Enter>", &first) else {
      Issue.record("nothing chosen")
      return
    }
    #expect(draft.name == "OPS")
  }

  @Test func aKeyThatIsNoneIsTold() {
    var first = FirstRun(place: "")
    #expect(press("9x<Up><Up><Enter>", &first) == nil)
    #expect(
      first.fault
        == "A project key is 2 to 10 letters A–Z and digits, beginning with a letter, not “9x”.")
    #expect(first.row == .key)
    #expect(press("<Backspace>", &first) == nil)
    #expect(first.fault == nil)
  }

  @Test func theTemplatesGoRound() {
    var first = FirstRun(place: "")
    _ = press("<Tab><Tab><Left>", &first)
    #expect(first.template == WorkflowDraft.templates.count - 1)
    _ = press("<Space><Right>", &first)
    #expect(first.template == 1)
  }

  @Test(arguments: ["<Esc>", "<C-c>", "<Up>q", "<Tab><Tab>q"])
  func itCanBeLeft(keys: String) {
    var first = FirstRun(place: "")
    #expect(press(keys, &first) == .quit)
  }

  @Test func qIsALetterWhereOneTypes() {
    var first = FirstRun(place: "")
    #expect(press("q<Tab>q", &first) == nil)
    #expect(first.key.text == "q")
    #expect(first.name.text == "q")
  }

  @Test func theDemoIsChosenOnAScreen() {
    var first = FirstRun(place: "")
    let screen = ScriptedScreen([
      .keys("<C-z>"), .events([.paste("ops"), .resized(Size(columns: 40, rows: 12))]),
      .keys("<Up><Enter>"),
    ])
    #expect(first.run(on: screen) == .demo)
    #expect(first.key.text == "ops")
    #expect(screen.log.contains("suspend"))
  }

  @Test func aSignalLeavesIt() {
    var first = FirstRun(place: "")
    let screen = ScriptedScreen([.events([.terminate(signal: 15)])])
    #expect(first.run(on: screen) == .killed(signal: 15))
  }

  @Test func noSizeDamagesIt() {
    var first = FirstRun(place: "/a/very/long/path/文字化け/that/has/to/be/wrapped/sluice.db")
    _ = press("9x<Up><Up><Enter>", &first)
    for columns in [0, 1, 2, 10, 39, 80, 200] {
      for rows in [0, 1, 2, 5, 12, 24] {
        for row in FirstRun.Row.allCases {
          first.row = row
          let size = Size(columns: columns, rows: rows)
          #expect(first.frame(size: size).damage(in: size) == nil, "\(columns)×\(rows), \(row)")
        }
      }
    }
  }
}
