import Testing

@testable import SluiceCLI

@Suite("sluice workflow check") struct WorkflowCheckTests {
  private static let odd = """
    {"name": "Odd", "enforcement": "strict",
     "statuses": [{"name": "New", "category": "backlog"}, {"name": "Held", "category": "todo"},
                  {"name": "Gone", "category": "done"}],
     "transitions": [{"from": "New", "to": "Gone"}, {"from": "Held", "to": "New"}],
     "fields": [{"key": "size", "name": "Size", "type": "number"}]}
    """

  @Test("Without a database the templates are checked, and they are clean")
  func templates() {
    let machine = Machine()
    let run = machine.run("workflow check")
    #expect(run.exit == .done)
    #expect(run.messages == "")
    #expect(
      run.output == """
        Default: nothing to mend.
        Bug Triage: nothing to mend.
        Delivery: nothing to mend.

        """)
    #expect(machine.run("workflow lint delivery").output == "Delivery: nothing to mend.\n")
    #expect(!machine.folder.exists(".local"))
  }

  @Test("Findings are told with what would mend them, and exit with 1")
  func findings() {
    let machine = Machine.withTicket()
    let file = machine.folder.write(Self.odd, to: "odd.json")
    let told = """
      statuses[1]: No way leads from “New” to “Held”. (UNREACHABLE_STATUS)
        Add a transition from “New” to “Held”, or remove the status.
      """
    let field = """
      fields[0]: No gate requires field “Size”. (UNREQUIRED_FIELD)
        Name “size” among the required_fields of a gate, or remove the field.
      """
    let before = machine.run("workflow check --file \(file)")
    #expect(before.exit == .failed)
    #expect(before.output == "\(file), \(told)\n\(file), \(field)\n")
    #expect(before.messages == "sluice: There are 2 things to mend.\n")
    machine.run("workflow create --file \(file)")
    #expect(machine.run("workflow check odd").output == "Odd, \(told)\nOdd, \(field)\n")
    let all = machine.run("workflow check")
    #expect(all.exit == .failed)
    #expect(
      all.output == """
        Bug Triage: nothing to mend.
        Default: nothing to mend.
        Odd, \(told)
        Odd, \(field)
        Delivery: nothing to mend.

        """)
  }

  @Test(
    "Several names are checked in their order, each once, and one finding is enough for the exit")
  func several() {
    let machine = Machine.withTicket()
    machine.run("workflow create --file", machine.folder.write(Self.odd, to: "odd.json"))
    #expect(
      machine.run("workflow check Delivery", "bug triage", "Delivery")
        == .done("Delivery: nothing to mend.\nBug Triage: nothing to mend."))
    let run = machine.run("workflow check Default odd")
    #expect(run.exit == .failed)
    #expect(run.output.hasPrefix("Default: nothing to mend.\nOdd, statuses[1]: No way leads"))
    #expect(run.messages == "sluice: There are 2 things to mend.\n")
    #expect(
      machine.run("workflow check Default Delivery --json")
        == .done(
          """
          {
            "items": [
              {
                "findings": [],
                "workflow": "Default"
              },
              {
                "findings": [],
                "workflow": "Delivery"
              }
            ]
          }
          """))
    #expect(machine.run("workflow check Default Kanban").exit == .notFound)
  }

  @Test("Programs get an object for one workflow and items for all")
  func json() {
    let machine = Machine.withTicket()
    let file = machine.folder.write(
      Self.odd.split(separator: "\n").dropLast().joined(separator: "\n").dropLast() + "}",
      to: "odd.json")
    let run = machine.run("workflow check --json --file \(file)")
    #expect(run.exit == .failed)
    #expect(
      run.output == """
        {
          "findings": [
            {
              "code": "UNREACHABLE_STATUS",
              "message": "No way leads from “New” to “Held”.",
              "place": "statuses[1]",
              "suggestion": "Add a transition from “New” to “Held”, or remove the status."
            }
          ],
          "workflow": "Odd"
        }

        """)
    let clean = "{\n  \"findings\": [],\n  \"workflow\": \"Default\"\n}\n"
    #expect(machine.run("workflow check Default --json").output == clean)
    let all = machine.run("workflow check --json")
    #expect(all.exit == .done)
    #expect(all.output.hasPrefix("{\n  \"items\": [\n    {\n      \"findings\": [],\n"))
  }

  @Test("A definition with faults is refused, each with its line")
  func faults() {
    let machine = Machine()
    let file = machine.folder.write(
      """
      {"name": "Odd",
       "statuses": [{"name": "New", "category": "nw"}]}
      """, to: "odd.json")
    let run = machine.run("workflow check --file \(file)")
    #expect(run.exit == .refused)
    #expect(run.output == "")
    #expect(run.messages.contains("\n  \(file), line 2, statuses[0].category: “nw” is unknown"))
    #expect(machine.run("workflow check --file /nowhere/odd.json").exit == .notFound)
  }

  @Test("A name that nothing has, and a name beside a file")
  func refusals() {
    let machine = Machine()
    #expect(machine.run("workflow check Bug").exit == .notFound)
    let run = machine.run("workflow check Default --file odd.json")
    #expect(run.exit == .usage)
    #expect(
      run.messages == """
        sluice: Name workflows or a file, not both.
          next: sluice workflow check --help

        """)
  }
}
