import Testing

@testable import SluiceCore

/// Rule 4: what is confirmed is saved as it is made, with who and when, until the gate is passed.
@Suite struct GateProgressTests {
  typealias Mark = GateProgress.Mark
  typealias Stamp = GateProgress.Stamp

  @Test func `ticks, acknowledgments and values are kept with who and when`() throws {
    var story = try Story(Given.draft(Given.shipIt), at: "Doing")
    let ticked = try story.apply(
      .tick(gate: "ready", item: "tests", isOn: true), by: Given.ann, at: Given.noon)
    #expect(ticked == [Event.Draft(.itemTicked, subject: "ready/tests")])
    let accepted = try story.apply(
      .acknowledge(gate: "ready", isOn: true), by: Given.bo, at: Given.later)
    #expect(accepted == [Event.Draft(.gateAcknowledged, subject: "ready")])
    let filled = try story.apply(.setValue(field: "root_cause", text: " a race "), by: Given.bo)
    #expect(filled == [Event.Draft(.valueSet, subject: "root_cause", to: "a race")])
    #expect(
      story.state.progress
        == GateProgress(
          marks: [
            Mark(gate: "ready", item: "tests"): Stamp(by: "ann", at: Given.noon),
            Mark(gate: "ready", item: nil): Stamp(by: "bo", at: Given.later),
          ],
          values: ["root_cause": .text("a race")],
          valueStamps: ["root_cause": Stamp(by: "bo", at: Given.later)]))
    #expect(story.state.ticket.version == 4)
  }

  @Test func `progress is partial: each step leaves less to do`() throws {
    var story = try Story(Given.draft(Given.shipIt), at: "Doing")
    let gate = try #require(story.workflow.gate("ready"))
    let left = { (story: Story) in story.state.progress.unmet(of: gate, in: story.workflow) }
    #expect(left(story) == [.item("tests"), .acknowledgment, .field("root_cause")])
    try story.apply(.acknowledge(gate: "ready", isOn: true))
    #expect(left(story) == [.item("tests"), .field("root_cause")])
    #expect(story.refusal(of: .move(to: "Checked"))?.code == "GATE_UNMET")
    try story.apply(.setValue(field: "root_cause", text: "a race"))
    try story.apply(.tick(gate: "ready", item: "tests", isOn: true))
    #expect(left(story) == [])
    #expect(story.state.progress.metCount(of: gate, in: story.workflow) == 3)
    #expect(story.refusal(of: .move(to: "Checked")) == nil)
  }

  @Test func `what is taken back is missing again`() throws {
    var story = try Story(Given.draft(Given.shipIt), at: "Doing")
    try story.apply(.tick(gate: "ready", item: "tests", isOn: true))
    try story.apply(.acknowledge(gate: "ready", isOn: true))
    try story.apply(.setValue(field: "root_cause", text: "a race"))
    #expect(
      try story.apply(.tick(gate: "ready", item: "tests", isOn: false))
        == [Event.Draft(.itemCleared, subject: "ready/tests")])
    #expect(
      try story.apply(.acknowledge(gate: "ready", isOn: false))
        == [Event.Draft(.acknowledgmentWithdrawn, subject: "ready")])
    #expect(
      try story.apply(.setValue(field: "root_cause", text: nil))
        == [Event.Draft(.valueSet, subject: "root_cause", from: "a race")])
    #expect(story.state.progress == GateProgress())
  }

  @Test func `saying the same again changes nothing and keeps the first name`() throws {
    var story = try Story(Given.draft(Given.shipIt), at: "Doing")
    try story.apply(.tick(gate: "ready", item: "tests", isOn: true), by: Given.ann)
    try story.apply(.setValue(field: "root_cause", text: "a race"), by: Given.ann)
    let before = story.state
    #expect(try story.apply(.tick(gate: "ready", item: "tests", isOn: true), by: Given.bo) == [])
    #expect(try story.apply(.setValue(field: "root_cause", text: "a race "), by: Given.bo) == [])
    #expect(try story.apply(.acknowledge(gate: "ready", isOn: false), by: Given.bo) == [])
    #expect(story.state == before)
  }

  @Test func `another value takes the place and the name`() throws {
    var story = try Story(Given.draft(Given.shipIt), at: "Doing")
    try story.apply(.setValue(field: "root_cause", text: "a race"), by: Given.ann)
    #expect(
      try story.apply(.setValue(field: "root_cause", text: "a leak"), by: Given.bo)
        == [Event.Draft(.valueSet, subject: "root_cause", from: "a race", to: "a leak")])
    #expect(story.state.progress.valueStamps["root_cause"]?.by == "bo")
  }

  @Test func `passing clears the ticks, keeps the values, and asks again the second time`() throws {
    var draft = try Given.draft(Given.shipIt)
    draft.transitions.append(WorkflowDraft.TransitionDraft("Checked", "Doing"))
    var story = try Story(draft, at: "Doing")
    try story.apply(.tick(gate: "ready", item: "tests", isOn: true))
    try story.apply(.acknowledge(gate: "ready", isOn: true))
    try story.apply(.setValue(field: "root_cause", text: "a race"))

    let passed = try story.apply(.move(to: "Checked"))
    #expect(
      passed == [
        Event.Draft(.gatePassed, subject: "ready"),
        Event.Draft(.ticketMoved, from: "Doing", to: "Checked"),
      ])
    #expect(story.state.progress.marks == [:])
    #expect(story.state.progress.values == ["root_cause": .text("a race")])

    try story.apply(.move(to: "Doing"))
    let again = story.refusal(of: .move(to: "Checked"))
    #expect(again?.nextStep == "Still to do: tick “Tests pass”; accept “I ran it on staging.”.")
  }

  @Test func `only the gates passed are cleared`() throws {
    var story = try Story(.delivery, at: "Ready")
    for item in ["goal", "small"] {
      try story.apply(.tick(gate: "shaped", item: item, isOn: true))
    }
    try story.apply(.tick(gate: "ready", item: "tests", isOn: true))
    try story.apply(.setValue(field: "size", text: "3"))
    try story.apply(.move(to: "Building"))
    #expect(Array(story.state.progress.marks.keys) == [Mark(gate: "ready", item: "tests")])
  }

  @Test func `what the workflow does not have is refused`() throws {
    let story = try Story(Given.draft(Given.shipIt), at: "Doing")
    #expect(
      story.refusal(of: .tick(gate: "redy", item: "tests", isOn: true))
        == .unknownGate(key: "redy", known: ["ready"]))
    #expect(
      story.refusal(of: .tick(gate: "ready", item: "docs", isOn: true))
        == .unknownItem(gate: "ready", key: "docs", known: ["tests"]))
    #expect(
      story.refusal(of: .setValue(field: "risk", text: "low"))
        == .unknownField(key: "risk", known: ["root_cause"]))
    #expect(
      story.refusal(of: .setValue(field: "root_cause", text: " "))
        == .invalidValue(
          attribute: "root_cause", message: "Root cause needs a text, but nothing was given."))
    let delivery = try Story(.delivery)
    #expect(
      delivery.refusal(of: .acknowledge(gate: "shaped", isOn: true))
        == .nothingToAcknowledge(gate: "shaped"))
  }
}
