import FoundationEssentials
import Testing

@testable import SluiceCore

@Suite struct WorkflowValidationTests {
  @Test func `a workflow starts in its first status and numbers them in order`() throws {
    let workflow = try Given.workflow(.bugTriage)
    #expect(workflow.initialStatus?.name == "New")
    #expect(workflow.statuses.map(\.id.number) == [1, 2, 3, 4, 5, 6])
    #expect(workflow.revision == 1)
    #expect(workflow.createdAt == Given.noon)
  }

  @Test func `without stages there is one per category in use, in category order`() throws {
    let workflow = try Given.workflow(
      WorkflowDraft(
        name: "Mixed",
        statuses: [
          WorkflowDraft.StatusDraft("Shipped", "done"),
          WorkflowDraft.StatusDraft("Idea", "backlog"),
          WorkflowDraft.StatusDraft("Parked", "backlog"),
        ]))
    #expect(workflow.stages.map(\.key) == ["backlog", "done"])
    #expect(workflow.stages.map(\.name) == ["Backlog", "Done"])
    #expect(workflow.stages[0].statuses.map(workflow.statusName) == ["Idea", "Parked"])
  }

  @Test func `a stage holds its statuses in the workflow's order`() throws {
    var draft = WorkflowDraft.bugTriage
    draft.stages = [
      WorkflowDraft.StageDraft("over", "Over", ["WontFix", "Closed"]),
      WorkflowDraft.StageDraft("open", "Open", ["Verifying", "New", "Fixing", "Triaged"]),
    ]
    let workflow = try Given.workflow(draft)
    #expect(
      workflow.stages.map { $0.statuses.map(workflow.statusName) } == [
        ["Closed", "WontFix"], ["New", "Triaged", "Fixing", "Verifying"],
      ])
  }

  @Test func `enforcement left out is what the dialect says`() throws {
    let draft = WorkflowDraft(name: "A", statuses: [WorkflowDraft.StatusDraft("New", "todo")])
    let id = Workflow.ID(UUID())
    #expect(try draft.validated(id: id, at: Given.noon).enforcement == .none)
    #expect(
      try draft.validated(id: id, enforcement: .strict, at: Given.noon).enforcement == .strict)
    var warning = draft
    warning.enforcement = "warn"
    #expect(
      try warning.validated(id: id, enforcement: .strict, at: Given.noon).enforcement == .warn)
  }

  @Test func `names and words are checked`() {
    let long = String(repeating: "x", count: 81)
    #expect(
      faults {
        $0.name = " Ship it"
        $0.enforcement = "Strict"
        $0.statuses = [
          WorkflowDraft.StatusDraft("", "todo"), WorkflowDraft.StatusDraft("Two\nlines", "todo"),
          WorkflowDraft.StatusDraft(long, "doing"),
          WorkflowDraft.StatusDraft("Full", "done", wipLimit: 0),
        ]
        $0.transitions = []
        $0.stages = []
        $0.gates = []
      } == [
        "name: “ Ship it” begins or ends with a blank.",
        "enforcement: “Strict” is unknown; did you mean “strict”? Expected one of none, warn, strict.",
        "statuses[0].name: A name is missing.",
        "statuses[1].name: A name is one line.",
        "statuses[2].name: A name has at most 80 characters, not 81.",
        "statuses[2].category: “doing” is unknown; did you mean “done”? Expected one of backlog, todo, in_progress, in_review, done, cancelled.",
        "statuses[3].wip_limit: A WIP limit is at least 1, not 0.",
      ])
  }

  @Test func `a word that is nearly right is recognised`() {
    #expect(
      faults {
        $0.enforcement = "strickt"
        $0.statuses[1].category = "in_progres"
        $0.stages = []
        $0.gates = [
          Gate(key: "g", name: "G", from: "in_progress", to: "shut", acknowledgment: "Yes.")
        ]
        $0.fields[0].type = "txt"
      } == [
        "enforcement: “strickt” is unknown; did you mean “strict”? Expected one of none, warn, strict.",
        "statuses[1].category: “in_progres” is unknown; did you mean “in_progress”? Expected one of backlog, todo, in_progress, in_review, done, cancelled.",
        "gates[0].to: “shut” is not a stage of this workflow; it has backlog, in_progress, in_review.",
        "fields[0].type: “txt” is unknown; did you mean “text”? Expected one of text, number, select, date.",
      ])
  }

  @Test func `a workflow has one to sixty-four statuses`() {
    #expect(
      faults {
        $0 = WorkflowDraft(name: "None", statuses: [])
      } == ["statuses: A workflow needs at least one status; the first is where tickets start."])
    #expect(
      faults {
        $0 = WorkflowDraft(
          name: "Many", statuses: (1...65).map { WorkflowDraft.StatusDraft("S\($0)", "todo") })
      } == ["statuses: At most 64 statuses, not 65."])
  }

  @Test func `every name is used once`() {
    #expect(
      faults {
        $0.statuses.append(WorkflowDraft.StatusDraft("New", "done"))
        $0.stages.append(WorkflowDraft.StageDraft("plan", "Again", ["New"]))
        $0.gates.append($0.gates[0])
        $0.gates[0].checklist.append(Gate.Item(key: "tests", text: "More tests"))
        $0.gates[0].requiredFields.append("root_cause")
        $0.fields.append(WorkflowDraft.FieldDraft("root_cause", "Cause", "text"))
        $0.fields.append(
          WorkflowDraft.FieldDraft("risk", "Risk", "select", options: ["low", "high", "low"]))
      } == [
        "statuses[3].name: There are two statuses called “New”; each is named once.",
        "stages[3].statuses[0]: “New” is already in stage “plan”; a status is in exactly one.",
        "stages[3].key: There are two stages called “plan”; each is named once.",
        "gates[0].checklist[1].key: There are two items called “tests”; each is named once.",
        "gates[0].required_fields[1]: There are two fields called “root_cause”; each is named once.",
        "gates[1].key: There are two gates called “ready”; each is named once.",
        "fields[1].key: There are two fields called “root_cause”; each is named once.",
        "fields[2].options[2]: There are two options called “low”; each is named once.",
      ])
  }

  @Test func `transitions lead between different, known statuses, each once`() {
    #expect(
      faults {
        $0.transitions += [
          WorkflowDraft.TransitionDraft("New", "New"),
          WorkflowDraft.TransitionDraft("New", "Doing"),
          WorkflowDraft.TransitionDraft("Nwe", "Closed"),
        ]
      } == [
        "transitions[2]: “New” to itself is not a move; leave it out.",
        "transitions[3]: “New” to “Doing” is listed twice.",
        "transitions[4].from: “Nwe” is not a status of this workflow; did you mean “New”?",
        "transitions[4].to: “Closed” is not a status of this workflow; it has New, Doing, Checked.",
      ])
  }

  @Test func `each status is in exactly one stage`() {
    #expect(
      faults {
        $0.stages = [
          WorkflowDraft.StageDraft("pl an", "Plan", ["New", "Checkd"]),
          WorkflowDraft.StageDraft("build", "", ["New"]),
          WorkflowDraft.StageDraft("check", "C", []),
        ]
        $0.gates = []
      } == [
        "statuses[1]: “Doing” is in no stage; a status is in exactly one.",
        "statuses[2]: “Checked” is in no stage; a status is in exactly one.",
        "stages[0].key: A key is made of letters, digits, “_”, “-” and “.”, not “pl an”.",
        "stages[0].statuses[1]: “Checkd” is not a status of this workflow; did you mean “Checked”?",
        "stages[1].name: A name is missing.",
        "stages[1].statuses[0]: “New” is already in stage “pl an”; a status is in exactly one.",
        "stages[2].statuses: Stage “check” holds no status.",
      ])
  }

  @Test func `a gate stands between known stages and asks for something`() {
    #expect(
      faults {
        $0.gates = [
          Gate(key: "a", name: "A", from: "plan", to: "build"),
          Gate(key: "b", name: "B", from: "plan", to: "plan", acknowledgment: " "),
          Gate(
            key: "c/d", name: "C", from: "pln", to: "live",
            checklist: [Gate.Item(key: "", text: "")], requiredFields: ["root-cause", "size"]),
        ]
      } == [
        "gates[0]: Gate “a” asks for nothing: add an acknowledgment, items or fields.",
        "gates[1]: A gate stands between two stages; “b” leads from “plan” to itself.",
        "gates[1].acknowledgment: The text to accept is empty.",
        "gates[2].key: A key is made of letters, digits, “_”, “-” and “.”, not “c/d”.",
        "gates[2].from: “pln” is not a stage of this workflow; did you mean “plan”?",
        "gates[2].to: “live” is not a stage of this workflow; it has plan, build, check.",
        "gates[2].checklist[0].key: A key is made of letters, digits, “_”, “-” and “.”, not “”.",
        "gates[2].checklist[0].text: The text of an item is empty.",
        "gates[2].required_fields[0]: “root-cause” is not a field of this workflow; did you mean “root_cause”?",
        "gates[2].required_fields[1]: “size” is not a field of this workflow; it has root_cause.",
      ])
  }

  @Test func `gates may name the stages that categories make`() throws {
    let gate = Gate(
      key: "g", name: "G", from: "todo", to: "done", acknowledgment: "It works.",
      requiredFields: ["x"])
    let statuses = [
      WorkflowDraft.StatusDraft("Open", "todo"), WorkflowDraft.StatusDraft("Shut", "done"),
    ]
    #expect(
      faults { $0 = WorkflowDraft(name: "A", statuses: statuses, gates: [gate]) } == [
        "gates[0].required_fields[0]: “x” is not a field of this workflow; it has none."
      ])
  }

  @Test func `a field has a type, and options only to select from`() {
    #expect(
      faults {
        $0.fields += [
          WorkflowDraft.FieldDraft("a", "A", "Text"), WorkflowDraft.FieldDraft("b", "B", "select"),
          WorkflowDraft.FieldDraft("c", "C", "date", options: ["today", ""]),
        ]
      } == [
        "fields[1].type: “Text” is unknown; did you mean “text”? Expected one of text, number, select, date.",
        "fields[2].options: A select field needs at least one option.",
        "fields[3].options: Only a select field has options; “c” is date.",
        "fields[3].options[1]: A name is missing.",
      ])
  }

  @Test func `a definition with ten faults lists ten`() throws {
    let draft = try Given.draft(
      """
      {"name": "", "enforcement": "hard",
       "statuses": [{"name": "New", "category": "open"}, {"name": "New", "category": "done", "wip_limit": -1}],
       "transitions": [{"from": "New", "to": "Gone"}],
       "stages": [{"key": "all", "statuses": ["New", "Old"]}],
       "gates": [{"key": "g", "from": "all", "to": "none"}],
       "fields": [{"key": "k", "type": "list"}]}
      """)
    let error = #expect(throws: WorkflowFaults.self) { try Given.workflow(draft) }
    #expect(
      error?.faults.map(\.place) == [
        "name", "enforcement", "statuses[0].category", "statuses[1].wip_limit", "statuses[1].name",
        "transitions[0].to", "stages[0].statuses[1]", "gates[0].to", "gates[0]", "fields[0].type",
      ])
  }

  /// The faults of the printed definition after an edit.
  private func faults(_ edit: (inout WorkflowDraft) -> Void) -> [String] {
    do {
      var draft = try Given.draft(Given.shipIt)
      edit(&draft)
      _ = try Given.workflow(draft)
      return []
    } catch let faults as WorkflowFaults {
      return faults.faults.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }
}
