import SluiceCore
import Testing

@testable import SluiceCLI

/// Alloy's workflow guide on the local engine, sentence by sentence; `sluice` stands for `alloy`.
@Suite("Alloy’s workflow guide") struct AlloyGuideTests {
  private let machine = Machine()

  /// The guide's project on the organization's Default, and its ticket.
  private func guide() {
    machine.run("project create --key WF --name", "Workflow Demo Project")
    machine.run("ticket create -p WF --priority High", "Fix login timeout")
  }

  /// A project on the guide's strict workflow, and its ticket.
  private func bugTriage() {
    machine.run("project create --key BT --workflow", "Bug Triage")
    machine.run("ticket create -p BT", "Fix login timeout")
  }

  private func workflowID(_ name: String) -> String {
    let line = machine.run("workflow get", name).output.split(separator: "\n").first ?? ""
    return line.split(separator: " ").last.map(String.init) ?? ""
  }

  private func status(_ key: String) -> String {
    let lines = machine.run("ticket show \(key)").output.split(separator: "\n")
    let line = lines.first { $0.hasPrefix("Status") } ?? ""
    return line.dropFirst(10).split(separator: ",").first.map(String.init) ?? ""
  }

  @Test("Each organization gets a Default workflow automatically")
  func defaultIsThere() {
    guide()
    #expect(machine.run("workflow list").output.contains("Default"))
    #expect(machine.run("organization get --json").output.contains("default_workflow_id"))
  }

  @Test("This workflow has six statuses and allows any-to-any transitions (enforcement mode none).")
  func anyToAny() throws {
    guide()
    let names = WorkflowDraft.standard.statuses.map(\.name)
    #expect(names.count == 6)
    for from in names {
      for to in names {
        machine.run("ticket transition WF-1 --to-status \(from)")
        #expect(machine.run("ticket transition WF-1 --to-status \(to)").exit == .done)
      }
    }
  }

  @Test(
    "Backlog backlog, Todo todo, InProgress in_progress, InReview in_review, Done done, Cancelled")
  func categories() {
    #expect(
      WorkflowDraft.standard.statuses.map { "\($0.name) \($0.category)" } == [
        "Backlog backlog", "Todo todo", "InProgress in_progress", "InReview in_review",
        "Done done", "Cancelled cancelled",
      ])
  }

  @Test("With enforcement: none, tickets can move freely between any statuses.")
  func freely() {
    guide()
    for name in ["Done", "Backlog", "Cancelled", "InReview"] {
      let run = machine.run("ticket transition WF-1 --to-status \(name)")
      #expect(run.exit == .done)
      #expect(run.messages == "")
    }
  }

  @Test("strict enforcement so that only defined transitions are permitted")
  func onlyDefined() {
    bugTriage()
    #expect(machine.run("ticket transition BT-1 --to-status Fixing").exit == .refused)
    #expect(machine.run("ticket transition BT-1 --to-status Triaged").exit == .done)
  }

  @Test("none: Allowed silently")
  func silently() {
    bugTriage()
    machine.run("workflow update --enforcement none", "Bug Triage")
    let run = machine.run("ticket transition BT-1 --to-status Closed")
    #expect(run == Machine.Run(exit: .done, output: "BT-1: New → Closed\n", messages: ""))
  }

  @Test("warn: Allowed with warning in response")
  func warns() {
    bugTriage()
    machine.run("workflow update --enforcement warn", "Bug Triage")
    let run = machine.run("ticket transition BT-1 --to-status Closed")
    #expect(run.exit == .done)
    #expect(run.messages == "warning: New has no transition to Closed.\n")
  }

  @Test("strict: Rejected")
  func rejects() {
    bugTriage()
    #expect(machine.run("ticket transition BT-1 --to-status Closed").exit == .refused)
  }

  @Test("alloy workflow get WORKFLOW_ID")
  func workflowGet() {
    bugTriage()
    let run = machine.run("workflow get \(workflowID("Bug Triage")) --json")
    #expect(run.exit == .done)
    #expect(run.output.contains("\"enforcement\": \"strict\""))
    #expect(run.output.contains("\"name\": \"Bug Triage\""))
  }

  @Test("alloy workflow update WORKFLOW_ID --name Bug Triage v2")
  func workflowUpdate() {
    bugTriage()
    let id = workflowID("Bug Triage")
    #expect(machine.run("workflow update \(id) --name", "Bug Triage v2").exit == .done)
    #expect(machine.run("workflow get \(id)").output.hasPrefix("Bug Triage v2  strict"))
  }

  @Test("Only include the fields you want to change")
  func partial() throws {
    bugTriage()
    let before = machine.run("workflow get --as dot", "Bug Triage").output
    machine.run("workflow update --name Renamed", "Bug Triage")
    let after = machine.run("workflow get --as dot Renamed").output
    #expect(after.replacing("Renamed", with: "Bug Triage") == before)
  }

  @Test("You can also update statuses, transitions, and enforcement in a single PATCH call.")
  func atOnce() {
    bugTriage()
    let file = machine.folder.write(
      """
      {"enforcement": "warn",
       "statuses": [{"name": "New", "category": "backlog"}, {"name": "Shut", "category": "done"}],
       "transitions": [{"from": "New", "to": "Shut"}]}
      """, to: "edit.json")
    #expect(machine.run("workflow update --file \(file) --yes", "Bug Triage").exit == .done)
    #expect(machine.run("ticket transition BT-1 --to-status Shut").messages == "")
    #expect(machine.run("workflow get", "Bug Triage").output.hasPrefix("Bug Triage  warn"))
  }

  @Test("Updating statuses replaces the full list")
  func replaces() {
    bugTriage()
    let file = machine.folder.write(
      "{\"statuses\": [{\"name\": \"New\", \"category\": \"backlog\"}]}", to: "edit.json")
    machine.run("workflow update --file \(file) --yes", "Bug Triage")
    let page = machine.run("workflow get", "Bug Triage").output
    #expect(page.contains("New"))
    #expect(!page.contains("Triaged"))
  }

  @Test("Projects without a workflow use the organization’s Default workflow.")
  func withoutWorkflow() {
    guide()
    #expect(status("WF-1") == "Backlog")
    #expect(machine.run("ticket show WF-1").output.contains("Workflow  Default, none"))
  }

  @Test("alloy project update PROJECT_ID --workflow-id WORKFLOW_ID")
  func projectUpdate() {
    machine.run("project create --key WF")
    machine.run("project create --key OTHER --workflow", "Bug Triage")
    let run = machine.run(
      "project update \(machine.projectID("WF")) --workflow-id \(workflowID("Bug Triage"))")
    #expect(run.exit == .done)
    machine.run("ticket create -p WF One")
    #expect(status("WF-1") == "New")
  }

  @Test("Once assigned, all ticket transitions within that project are validated")
  func assigned() {
    guide()
    machine.run("project update WF --yes --map Backlog=New --workflow-id", "Bug Triage")
    #expect(status("WF-1") == "New")
    #expect(machine.run("ticket transition WF-1 --to-status Closed").exit == .refused)
    machine.run("workflow update --enforcement none", "Bug Triage")
    #expect(machine.run("ticket transition WF-1 --to-status Closed").exit == .done)
  }

  @Test("With the Default workflow, any transition is allowed")
  func anyIsAllowed() {
    guide()
    #expect(machine.run("ticket transition WF-1 --to-status Cancelled").exit == .done)
    #expect(machine.run("ticket transition WF-1 --to-status Backlog").exit == .done)
  }

  @Test("Check which transitions are available from the current status")
  func available() {
    bugTriage()
    #expect(
      machine.run("ticket transitions BT-1 --json").output == """
        {
          "available": [
            {
              "category": "todo",
              "name": "Triaged"
            },
            {
              "category": "cancelled",
              "name": "WontFix"
            }
          ],
          "current_status": "New"
        }

        """)
  }

  @Test("With enforcement: none, all statuses appear as available transitions.")
  func allAvailable() {
    guide()
    machine.run("ticket transition WF-1 --to-status InProgress")
    let names = machine.run("ticket transitions WF-1").output.split(separator: "\n").dropFirst()
      .compactMap { $0.split(separator: " ").first.map(String.init) }
    #expect(names == ["Backlog", "Todo", "InReview", "Done", "Cancelled"])
  }

  @Test("With stricter enforcement, only explicitly defined transitions appear.")
  func onlyExits() {
    bugTriage()
    for mode in ["warn", "strict"] {
      machine.run("workflow update --enforcement \(mode)", "Bug Triage")
      let names = machine.run("ticket transitions BT-1").output.split(separator: "\n").dropFirst()
        .compactMap { $0.split(separator: " ").first.map(String.init) }
      #expect(names == ["Triaged", "WontFix"])
    }
  }

  @Test("alloy ticket transition TICKET_ID --to-status InProgress")
  func transition() {
    guide()
    let run = machine.run("ticket transition \(machine.ticketID("WF-1")) --to-status InProgress")
    #expect(run.output == "WF-1: Backlog → InProgress\n")
  }

  @Test("transitions that are not explicitly defined are rejected")
  func undefined() {
    bugTriage()
    let run = machine.run("ticket transition BT-1 --to-status Verifying --json")
    #expect(run.exit == .refused)
    #expect(run.messages.contains("\"code\": \"VALIDATION_ERROR\""))
  }

  @Test("going directly from New to Closed is not allowed")
  func directly() {
    bugTriage()
    let run = machine.run("ticket explain BT-1 --to-status Closed")
    #expect(run.output.contains("BT-1: New → Closed is refused (NO_TRANSITION)."))
    #expect(run.output.contains("1. Triaged\n  2. Fixing\n  3. Verifying\n  4. Closed"))
  }

  @Test("The ticket stays in its current status.")
  func stays() {
    bugTriage()
    machine.run("ticket transition BT-1 --to-status Closed")
    #expect(status("BT-1") == "New")
  }

  @Test("The caller must follow the defined transition path.")
  func path() {
    bugTriage()
    for name in ["Triaged", "Fixing", "Verifying", "Closed"] {
      #expect(machine.run("ticket transition BT-1 --to-status \(name)").exit == .done)
    }
    #expect(status("BT-1") == "Closed")
  }

  @Test("invalid transitions succeed but the response includes a warning field")
  func warningField() {
    bugTriage()
    machine.run("workflow update --enforcement warn", "Bug Triage")
    let run = machine.run("ticket transition BT-1 --to-status Closed --json")
    #expect(run.output.contains("\"warning\": \"New has no transition to Closed.\""))
    #expect(run.output.contains("\"status\": \"Closed\""))
  }

  @Test("If projects reference the workflow, the API returns a 409 Conflict error")
  func inUse() {
    bugTriage()
    let run = machine.run("workflow delete", "Bug Triage")
    #expect(run.exit == .conflict)
    #expect(run.messages.contains("BT"))
  }

  @Test("first reassign or remove the workflow from all projects that reference it")
  func reassigned() {
    bugTriage()
    machine.run("project update BT --workflow-id none --map-suggested --yes")
    #expect(machine.run("workflow delete", "Bug Triage").exit == .done)
  }

  @Test("alloy workflow delete WORKFLOW_ID")
  func workflowDelete() {
    bugTriage()
    let id = workflowID("Bug Triage")
    machine.run("project update BT --workflow-id none --map-suggested --yes")
    #expect(machine.run("workflow delete \(id)").exit == .done)
    #expect(machine.run("workflow get \(id)").exit == .notFound)
  }
}
