import Testing

@testable import SluiceCLI

@Suite("sluice workflow") struct WorkflowVerbTests {
  private static let shipIt = """
    {"name": "Ship it", "enforcement": "strict",
     "statuses": [{"name": "New", "category": "backlog"}, {"name": "Doing", "category": "in_progress", "wip_limit": 3}, {"name": "Checked", "category": "in_review"}],
     "transitions": [{"from": "New", "to": "Doing"}, {"from": "Doing", "to": "Checked"}],
     "stages": [{"key": "plan", "name": "Plan", "statuses": ["New"]}, {"key": "build", "name": "Build", "statuses": ["Doing"], "agent_required": false}, {"key": "check", "name": "Check", "statuses": ["Checked"]}],
     "gates": [{"key": "ready", "name": "Ready to check", "from": "build", "to": "check", "acknowledgment": "I ran it on staging.",
                "checklist": [{"key": "tests", "text": "Tests pass"}], "required_fields": ["root_cause"]}],
     "fields": [{"key": "root_cause", "name": "Root cause", "type": "text"}]}
    """

  private func machine() -> Machine {
    let machine = Machine()
    machine.run("project create --key OPS")
    return machine
  }

  @Test func createReadsADefinitionAndShowPrintsIt() {
    let machine = machine()
    let file = machine.folder.write(Self.shipIt, to: "ship-it.json")
    #expect(machine.run("workflow create --file \(file)").output == "Created workflow Ship it.\n")
    let page = machine.run("workflow show", "Ship it").output
    #expect(
      page.split(separator: "\n", omittingEmptySubsequences: false).dropFirst().joined(
        separator: "\n")
          == """

          Plan
            New      → Doing (backlog)

          Build
            Doing    → Checked (in_progress, at most 3)

          Check
            Checked  the end (in_review)

          Gate “Ready to check” (ready), build → check
            tick “Tests pass”
            accept “I ran it on staging.”
            fill “Root cause”

          Fields
            Root cause (root_cause): a text

          """)
    #expect(page.hasPrefix("Ship it  strict, id "))
  }

  @Test("What show prints, create reads back")
  func roundTrip() {
    let machine = machine()
    let file = machine.folder.write(Self.shipIt, to: "ship-it.json")
    machine.run("workflow create --file \(file)")
    let first = machine.run("workflow get --json", "Ship it").output
    let copy = machine.folder.write(first, to: "copy.json")
    #expect(machine.run("workflow create --name Copy --file \(copy)").exit == .done)
    let second = machine.run("workflow show Copy --json").output
    #expect(definition(second) == definition(first).replacingName("Ship it", with: "Copy"))
  }

  /// The lines that belong to the definition and not to its storage.
  private func definition(_ json: String) -> String {
    json.split(separator: "\n").filter { !$0.contains("\"id\"") }.joined(separator: "\n")
  }

  @Test func createListsEveryFaultWithItsLine() {
    let machine = machine()
    let file = machine.folder.write(
      """
      {"name": "Odd", "enforcement": "sometimes",
       "statuses": [{"name": "New", "category": "backlog"},
                    {"name": "Done", "category": "finished"}],
       "transitions": [
         {"from": "New", "to": "Dne"}
       ]}
      """, to: "odd.json")
    let run = machine.run("workflow create --file \(file)")
    #expect(run.exit == .refused)
    let lines = run.messages.split(separator: "\n").map(String.init)
    #expect(lines[0] == "sluice: The workflow definition has 3 faults.")
    #expect(lines[1].hasPrefix("  \(file), line 1, enforcement: "))
    #expect(lines[2].hasPrefix("  \(file), line 3, statuses[1].category: "))
    #expect(lines[3].hasPrefix("  \(file), line 5, transitions[0].to: "))
    #expect(lines[4] == "  next: Correct what is listed; nothing was changed.")
    #expect(machine.run("workflow list").output.contains("Odd") == false)
  }

  @Test("Faults come in the order of the file, whatever that is")
  func faultsByLine() {
    let machine = machine()
    let file = machine.folder.write(
      """
      {"fields": [{"key": "a", "type": "txt"}],
       "statuses": [{"name": "New", "category": "tdo"}],
       "name": ""}
      """, to: "odd.json")
    let run = machine.run("workflow create --file \(file)")
    let lines = run.messages.split(separator: "\n").dropFirst().prefix(3)
    #expect(lines.map { $0.split(separator: ",")[1] } == [" line 1", " line 2", " line 3"])
    let json = machine.run("workflow create --json --file \(file)").messages
    let places = json.split(separator: "\n").filter { $0.contains("\"place\"") }
    #expect(places.count == 3)
    #expect(places.first?.contains("fields[0].type") == true)
  }

  @Test func createSaysWhereAFileIsNotJSON() {
    let machine = machine()
    let file = machine.folder.write("{\"name\": \"Odd\",\n \"statuses\": [,]}", to: "odd.json")
    let run = machine.run("workflow create --file \(file)")
    #expect(run.exit == .refused)
    #expect(
      run.messages == """
        sluice: “\(file)” is not JSON: line 2, column 15: Expected a value, found “,”.
          next: Correct the file; nothing was changed.

        """)
  }

  @Test func createNamesAFileThatIsNotThere() {
    let run = machine().run("workflow create --file /nowhere/odd.json")
    #expect(run.exit == .notFound)
    #expect(
      run.messages == "sluice: “/nowhere/odd.json” cannot be read: No such file or directory.\n")
  }

  @Test("A template is shown before it is there")
  func template() {
    let machine = Machine()
    let heading = "Delivery  strict, a template; it is added when first used\n\nShape\n"
    #expect(machine.run("workflow show delivery").output.hasPrefix(heading))
    machine.run("project create --key OPS")
    #expect(machine.run("workflow show Delivery").output.hasPrefix(heading))
    let json = machine.run("workflow show Delivery --json").output
    let file = machine.folder.write(json, to: "delivery.json")
    #expect(machine.run("workflow create --file \(file)").output == "Created workflow Delivery.\n")
    #expect(machine.run("workflow show Delivery").output.hasPrefix("Delivery  strict, id "))
  }

  @Test("What is seldom meant is a warning beside the workflow")
  func oddities() {
    let machine = machine()
    let file = machine.folder.write(Self.shipIt, to: "ship-it.json")
    let warning = "warning: Nothing leads out of “Checked”, and it is neither done nor cancelled.\n"
    #expect(machine.run("workflow create --file \(file)").messages.hasPrefix(warning))
    #expect(machine.run("workflow show", "Ship it").messages.hasPrefix(warning))
    #expect(machine.run("workflow show", "Ship it", "--json").messages == "")
  }

  @Test func listAndAUnknownName() {
    let machine = Machine.withTicket()
    let list = machine.run("workflow list")
    #expect(list.messages == "Templates, added when first used: Delivery.\n")
    #expect(machine.run("workflow list --json").messages == "")
    #expect(
      list.output == """
        NAME        ENFORCEMENT  STAGES  GATES  STATUSES
        Bug Triage  strict            6      0  New, Triaged, Fixing, Verifying, Closed, WontFix
        Default     none              6      0  Backlog, Todo, InProgress, InReview, Done, Cancelled

        """)
    let run = machine.run("workflow show", "Bug Triag")
    #expect(run.exit == .notFound)
    #expect(
      run.messages == """
        sluice: There is no workflow “Bug Triag”.
          next: Did you mean “Bug Triage”?
          run:  sluice workflow list

        """)
  }
}

extension String {
  fileprivate func replacingName(_ old: String, with new: String) -> String {
    split(separator: "\"\(old)\"", omittingEmptySubsequences: false).joined(separator: "\"\(new)\"")
  }
}
