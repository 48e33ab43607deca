import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("What a verb does away with") struct LossTests {
  /// A machine with two tickets in WF, an empty project OLD, a spare workflow, a provider and a field.
  private func machine() -> Machine {
    let machine = Machine.withTicket()
    machine.run("ticket create Second")
    machine.run("ticket transition WF-2 --to-status Triaged")
    machine.run("project create --key OLD")
    machine.run("workflow create --file", machine.folder.write(Self.spare, to: "spare.json"))
    machine.run("provider create --name helper --type openai")
    machine.run("field create --key size --name Size --type number --workflow", "Bug Triage")
    return machine
  }

  private static let spare = """
    {"name": "Spare", "statuses": [{"name": "Only", "category": "todo"}], "transitions": []}
    """

  private static let short = """
    {"statuses": [{"name": "New", "category": "backlog"}, {"name": "Closed", "category": "done"}],
     "transitions": [{"from": "New", "to": "Closed"}]}
    """

  /// What each verb does away with for good, and what it asks.
  private static let losses: [(line: [String], question: String)] = [
    (["project", "delete", "OLD"], "The project OLD will be gone for good."),
    (["provider", "delete", "helper"], "The provider helper will be gone for good."),
    (
      ["field", "delete", "size", "--workflow", "Bug Triage"],
      "Field size of workflow Bug Triage will be gone, and its values out of sight."
    ),
  ]

  @Test("Is not done for good without a terminal unless --yes says so", arguments: losses)
  func forGood(line: [String], question: String) {
    let machine = machine()
    let command = line.map(\.shellWord).joined(separator: " ")
    #expect(
      machine.run(arguments: line)
        == Machine.Run(
          exit: .usage, output: "",
          messages: """
            sluice: \(question) Nobody can be asked without a terminal; --yes says yes.
              next: sluice \(command) --yes

            """))
    #expect(machine.run(arguments: line + ["--dry-run"]).exit == .done)
    #expect(machine.run(arguments: line + ["--yes"]).exit == .done)
    #expect(machine.run(arguments: line + ["--yes"]).exit != .done)
  }

  @Test("Is asked on a terminal, and stays without a yes", arguments: losses)
  func asked(line: [String], question: String) {
    let machine = machine()
    machine.columns = 80
    machine.typed = ["n", "y"]
    #expect(
      machine.run(arguments: line)
        == Machine.Run(
          exit: .failed, output: "",
          messages: """
            \(question) Go on? [y/N] sluice: Nothing was changed.
              next: Answer y, or give --yes.

            """))
    #expect(machine.run(arguments: line).exit == .done)
  }

  @Test("Programs are told the command that would do it")
  func json() {
    #expect(
      machine().run("project delete --json OLD").messages == """
        {
          "error": {
            "code": "USAGE",
            "details": {},
            "message": "The project OLD will be gone for good. Nobody can be asked without a terminal; --yes says yes.",
            "next_command": "sluice project delete --json OLD --yes",
            "next_step": null
          }
        }

        """)
  }

  @Test("What cannot be removed is said before anybody is asked")
  func hindered() {
    let machine = machine()
    #expect(machine.run("project delete WF").exit == .conflict)
    #expect(machine.run("project delete NIX").exit == .notFound)
    #expect(machine.run("field delete riks --workflow", "Bug Triage").exit == .refused)
    machine.columns = 80
    #expect(machine.run("ticket delete WF-9").exit == .notFound)
  }

  @Test("A mapping that moves tickets needs --yes; one that moves none does not")
  func mappings() {
    let machine = machine()
    let file = machine.folder.write(Self.short, to: "short.json")
    let line = "workflow update --file \(file) --map-suggested --map Triaged=New"
    #expect(
      machine.run(line, "Bug Triage")
        == Machine.Run(
          exit: .usage, output: "",
          messages: """
            sluice: 1 ticket will move to another status. Nobody can be asked without a terminal; --yes says yes.
              WF: 1 ticket from Triaged to New
              next: sluice workflow update --file \(file) --map-suggested --map 'Triaged=New' 'Bug Triage' --yes

            """))
    machine.run("ticket transition WF-2 --to-status WontFix")
    machine.run("ticket delete WF-2")
    #expect(machine.run(line, "Bug Triage").exit == .done)
  }

  @Test("A project that takes another workflow moves tickets only by a mapping")
  func assignment() {
    let machine = machine()
    let line = "project update WF --workflow-id Default --map New=Todo --map-suggested"
    let run = machine.run(line)
    #expect(run.exit == .usage)
    #expect(
      run.messages == """
        sluice: 2 tickets will move to another status. Nobody can be asked without a terminal; --yes says yes.
          WF: 1 ticket from New to Todo
          WF: 1 ticket from Triaged to Todo
          next: sluice project update WF --workflow-id Default --map 'New=Todo' --map-suggested --yes

        """)
    #expect(machine.run(line + " --yes").exit == .done)
  }

  @Test("A template is not added before it is known whether tickets move")
  func template() {
    let machine = machine()
    let run = machine.run("project update WF --workflow-id Delivery --map-suggested")
    #expect(run.exit == .notFound)
    #expect(
      run.messages == """
        sluice: “Delivery” is a template that is not added yet.
          next: Add it first, so that it can be told which tickets would move.
          run:  sluice workflow show Delivery --json | sluice workflow create --file -

        """)
    #expect(!machine.run("workflow list --json").output.contains("Delivery"))
    #expect(
      machine.run("project update WF --workflow-id Delivery --map-suggested --yes").exit == .done)
  }

  @Test("A ticket is asked about on a terminal, and else deleted, for undo brings it back")
  func undoable() {
    let machine = machine()
    machine.columns = 80
    machine.typed = ["n", "n"]
    #expect(machine.run("ticket delete WF-1").messages.hasPrefix("WF-1 will be deleted. Go on?"))
    #expect(
      machine.run("ticket delete -p WF --where prio>=low").messages.hasPrefix(
        "2 tickets will be deleted: WF-2, WF-1. Go on? [y/N] "))
    machine.columns = nil
    #expect(machine.run("ticket delete WF-1").exit == .done)
    #expect(machine.run("ticket show WF-1").exit == .notFound)
    #expect(machine.run("undo").exit == .done)
    #expect(machine.run("ticket show WF-1").exit == .done)
    #expect(machine.run("work-item delete WF-1").exit == .done)
  }

  @Test("An unused workflow is asked about on a terminal, and else deleted as the guide prints it")
  func unused() {
    let machine = machine()
    machine.columns = 80
    #expect(machine.run("workflow delete Spare").exit == .failed)
    machine.columns = nil
    #expect(machine.run("workflow delete Spare").output == "Deleted workflow Spare.\n")
  }

  @Test("Help of every verb that has --yes says the rule, and that of no other")
  func help() {
    for verb in VerbTable.standard.verbs {
      let notes = Loss.allCases.filter { loss in verb.notes.contains { $0.contains(loss.note) } }
      #expect(notes.count == (verb.options.contains(.yes) ? 1 : 0), "\(verb.name)")
      #expect(!verb.options.contains(.yes) || verb.options.contains(.dryRun), "\(verb.name)")
    }
    let verbs = VerbTable.standard.verbs.filter {
      $0.words.last == "delete" && $0.words.first != "view"
    }
    #expect(verbs.count == 6)
    #expect(verbs.allSatisfy { $0.options.contains(.yes) })
  }
}
