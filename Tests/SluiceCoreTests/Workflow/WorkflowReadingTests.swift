import Testing

@testable import SluiceCore

@Suite struct WorkflowReadingTests {
  @Test func `the printed definition is read to the letter`() throws {
    let draft = try Given.draft(Given.shipIt)
    #expect(
      draft
        == WorkflowDraft(
          name: "Ship it", enforcement: "strict",
          statuses: [
            WorkflowDraft.StatusDraft("New", "backlog"),
            WorkflowDraft.StatusDraft("Doing", "in_progress", wipLimit: 3),
            WorkflowDraft.StatusDraft("Checked", "in_review"),
          ],
          transitions: [
            WorkflowDraft.TransitionDraft("New", "Doing"),
            WorkflowDraft.TransitionDraft("Doing", "Checked"),
          ],
          stages: [
            WorkflowDraft.StageDraft("plan", "Plan", ["New"]),
            WorkflowDraft.StageDraft("build", "Build", ["Doing"]),
            WorkflowDraft.StageDraft("check", "Check", ["Checked"]),
          ],
          gates: [
            Gate(
              key: "ready", name: "Ready to check", from: "build", to: "check",
              acknowledgment: "I ran it on staging.",
              checklist: [Gate.Item(key: "tests", text: "Tests pass")],
              requiredFields: ["root_cause"])
          ],
          fields: [WorkflowDraft.FieldDraft("root_cause", "Root cause", "text")]))
  }

  @Test func `what may be left out is left out`() throws {
    let draft = try Given.draft(
      """
      {"name": "Short", "enforcement": null,
       "statuses": [{"name": "New", "category": "todo", "wip_limit": null}],
       "stages": [{"key": "all", "statuses": ["New"]}],
       "gates": [{"key": "g", "from": "all", "to": "all"}],
       "fields": [{"key": "size", "type": "number"}]}
      """)
    #expect(draft.enforcement == nil)
    #expect(draft.statuses[0].wipLimit == nil)
    #expect(draft.transitions.isEmpty)
    #expect(draft.stages[0].name == "all")
    #expect(draft.gates[0].name == "g")
    #expect(draft.gates[0].requirements.isEmpty)
    #expect(draft.fields[0].name == "size")
  }

  @Test func `what is missing or null is said at its place`() throws {
    #expect(
      faults(
        """
        {"name": null, "statuses": [{"category": "todo"}, {"name": "Done"}],
         "transitions": [{"from": "Done"}], "stages": [{"statuses": ["Done"]}, {"key": "b"}],
         "gates": [{"key": "g", "from": null, "checklist": [{"key": "a"}]}],
         "fields": [{"name": "Size"}]}
        """) == [
          "name: “name” is missing.",
          "statuses[0].name: “name” is missing.",
          "statuses[1].category: “category” is missing.",
          "transitions[0].to: “to” is missing.",
          "stages[0].key: “key” is missing.",
          "stages[1].statuses: “statuses” is missing.",
          "gates[0].from: “from” is missing.",
          "gates[0].to: “to” is missing.",
          "gates[0].checklist[0].text: “text” is missing.",
          "fields[0].key: “key” is missing.",
          "fields[0].type: “type” is missing.",
        ])
  }

  @Test func `a value of the wrong kind is said with what was found`() throws {
    #expect(
      faults(
        """
        {"name": 7, "enforcement": true, "statuses": ["New", {"name": "A", "category": "todo", "wip_limit": 2.5}],
         "transitions": {}, "stages": [{"key": "s", "statuses": [1], "agent_required": "yes"}],
         "gates": [{"key": "g", "from": "s", "to": "t", "acknowledgment": [], "required_fields": "size"}],
         "fields": [{"key": "k", "type": "select", "options": [null]}]}
        """) == [
          "name: Expected a text, found a number.",
          "enforcement: Expected a text, found true or false.",
          "statuses[0]: Expected an object, found a text.",
          "statuses[1].wip_limit: Expected a whole number, found 2.5.",
          "transitions: Expected a list, found an object.",
          "stages[0].statuses[0]: Expected a text, found a number.",
          "stages[0].agent_required: Expected true or false, found a text.",
          "gates[0].acknowledgment: Expected a text, found a list.",
          "gates[0].required_fields: Expected a list, found a text.",
          "gates[0].to: “t” is not a stage of this workflow; it has s.",
          "fields[0].options[0]: Expected a text, found null.",
        ])
  }

  @Test func `an unknown key is refused, with the one that was meant`() throws {
    #expect(
      faults(
        """
        {"name": "A", "colour": 1, "transitons": [],
         "statuses": [{"name": "New", "category": "todo", "wip-limit": 3, "zebra": 0}]}
        """) == [
          "statuses[0].wip-limit: “wip-limit” is not known here; did you mean “wip_limit”?",
          "statuses[0].zebra: “zebra” is not known here.",
          "colour: “colour” is not known here.",
          "transitons: “transitons” is not known here; did you mean “transitions”?",
        ])
  }

  @Test func `faults of shape and of meaning are listed together`() throws {
    #expect(
      faults(
        """
        {"name": "A", "statuses": [{"name": "New", "category": "todo"}, {"name": "Done", "category": "dun"}],
         "transitions": [{"from": "New", "to": "Dome"}, {"from": "New", "two": "Done"}],
         "gates": [{"key": "g", "from": "todo", "to": "todo", "checklist": 3}],
         "fields": [{"key": "size", "type": "numbre"}]}
        """) == [
          "statuses[1].category: “dun” is unknown; expected one of backlog, todo, in_progress, in_review, done, cancelled.",
          "transitions[0].to: “Dome” is not a status of this workflow; did you mean “Done”?",
          "transitions[1].two: “two” is not known here; did you mean “to”?",
          "gates[0].checklist: Expected a list, found a number.",
          "gates[0]: A gate stands between two stages; “g” leads from “todo” to itself.",
          "fields[0].type: “numbre” is unknown; did you mean “number”? Expected one of text, number, select, date.",
        ])
  }

  @Test func `a fault hides what only follows from it`() throws {
    // Who knows what the damaged lists would have held.
    #expect(
      faults(
        """
        {"name": "A", "statuses": [{"nam": "New", "category": "todo"}, {"name": "Done", "category": "done"}],
         "transitions": [{"from": "New", "to": "Done"}], "stages": 1,
         "gates": [{"key": "g", "from": "plan", "to": "live", "required_fields": ["size"]}], "fields": "none"}
        """) == [
          "statuses[0].nam: “nam” is not known here; did you mean “name”?",
          "stages: Expected a list, found a number.",
          "fields: Expected a list, found a text.",
        ])
  }

  @Test func `what a fault does not touch is checked all the same`() throws {
    #expect(
      faults(
        """
        {"name": "A", "statuses": [{"nam": "New", "category": "todo"}, {"name": "Doing"}, "Done"],
         "transitions": [{"from": "New", "to": "Doing"}, {"from": "Doing", "to": "Done"},
           {"from": "Doing", "to": "Gone"}]}
        """) == [
          "statuses[0].nam: “nam” is not known here; did you mean “name”?",
          "statuses[1].category: “category” is missing.",
          "statuses[2]: Expected an object, found a text.",
          "transitions[2].to: “Gone” is not a status of this workflow; did you mean “Done”?",
        ])
  }

  @Test func `a nameless status may be the one that is meant, unless another is near`() throws {
    #expect(
      faults(
        """
        {"name": "A", "statuses": [{"name": "New", "category": "todo"}, {"category": "done"}],
         "transitions": [{"from": "New", "to": "Shut"}, {"from": "Nwe", "to": "New"}]}
        """) == [
          "statuses[1].name: “name” is missing.",
          "transitions[1].from: “Nwe” is not a status of this workflow; did you mean “New”?",
        ])
  }

  @Test(arguments: [
    ("[]", "definition: Expected an object, found a list."),
    ("null", "definition: Expected an object, found null."),
  ])
  func `what is no object is no definition`(text: String, fault: String) throws {
    #expect(faults(text) == [fault])
  }

  private func faults(_ text: String) -> [String] {
    do {
      _ = try Given.draft(text)
      return []
    } catch let faults as WorkflowFaults {
      return faults.faults.map(\.description)
    } catch {
      return ["\(error)"]
    }
  }
}
