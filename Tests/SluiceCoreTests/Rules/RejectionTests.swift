import Testing

@testable import SluiceCore

@Suite struct RejectionTests {
  @Test(arguments: [
    (
      Rejection.unknownStatus(name: "Don", known: ["New", "Done"]), "UNKNOWN_STATUS",
      "“Don” is not a status of this workflow; it has New, Done.", "Did you mean “Done”?"
    ),
    (
      .unknownStatus(name: "Open", known: ["New", "Done"]), "UNKNOWN_STATUS",
      "“Open” is not a status of this workflow; it has New, Done.", "Name one of them."
    ),
    (
      .noTransition(from: "New", to: "Closed", allowed: ["Triaged", "WontFix"]), "NO_TRANSITION",
      "New has no transition to Closed, and the workflow is strict.",
      "From New you can go to Triaged, WontFix."
    ),
    (
      .noTransition(from: "Closed", to: "New", allowed: []), "NO_TRANSITION",
      "Closed has no transition to New, and the workflow is strict.", "Nothing leads out of Closed."
    ),
    (
      .wipLimit(status: "Doing", limit: 3, count: 4), "WIP_LIMIT",
      "Doing holds 4 of at most 3 tickets, and the workflow is strict.",
      "Move a ticket out of Doing first."
    ),
    (
      .unknownGate(key: "redy", known: ["ready"]), "UNKNOWN_GATE",
      "“redy” is not a gate of this workflow; it has ready.", "Did you mean “ready”?"
    ),
    (
      .unknownGate(key: "ready", known: []), "UNKNOWN_GATE",
      "“ready” is not a gate of this workflow; it has none.", "There is none to name."
    ),
    (
      .unknownItem(gate: "ready", key: "docs", known: ["tests"]), "UNKNOWN_ITEM",
      "Gate “ready” has no item “docs”; it has tests.", "Name one of them."
    ),
    (
      .nothingToAcknowledge(gate: "ready"), "NOTHING_TO_ACKNOWLEDGE",
      "Gate “ready” has no text to accept.", "Tick its items or give its fields instead."
    ),
    (
      .unknownField(key: "root-cause", known: ["root_cause"]), "UNKNOWN_FIELD",
      "“root-cause” is not a field of this workflow; it has root_cause.",
      "Did you mean “root_cause”?"
    ),
    (
      .invalidValue(attribute: "title", message: "A ticket needs a title."), "INVALID_VALUE",
      "A ticket needs a title.", "Correct the value and try again; nothing was changed."
    ),
  ])
  func `a rejection has a code, a sentence and a next step`(
    rejection: Rejection, code: String, message: String, nextStep: String
  ) {
    #expect(rejection.code == code)
    #expect(rejection.message == message)
    #expect(rejection.nextStep == nextStep)
  }

  @Test func `unmet gates are counted, and every unmet requirement is named`() throws {
    let workflow = try Given.workflow(.delivery)
    let verdict = workflow.verdict(
      from: try workflow.id("Building"), to: try workflow.id("Released"),
      progress: GateProgress(values: ["risk": .option("low"), "root_cause": .text("a race")]),
      hasAssistant: true, occupancy: Given.empty)
    // Strict refuses for the missing transition first.
    #expect(
      verdict
        == .refused(
          .noTransition(
            from: "Building", to: "Released", allowed: ["Ready", "Blocked", "Reviewing"])))

    var lenient = workflow
    lenient.enforcement = .none
    let refusal = lenient.verdict(
      from: try workflow.id("Building"), to: try workflow.id("Released"),
      progress: GateProgress(values: ["risk": .option("low"), "root_cause": .text("a race")]),
      hasAssistant: true, occupancy: Given.empty)
    guard case .refused(let rejection) = refusal else {
      Issue.record("expected a refusal, got \(refusal)")
      return
    }
    #expect(rejection.code == "GATE_UNMET")
    #expect(
      rejection.message
        == "Building → Released waits for gate “Ready to check”: 3 of 4 left; gate “Release”: 3 of 4 left."
    )
    #expect(
      rejection.nextStep == """
        Still to do: tick “Tests cover the change”; tick “Changelog entry written”; \
        accept “I ran it on staging.”; tick “Reviewed by a second person”; \
        accept “I watched the dashboards for an hour.”; fill “Release date”.
        """)
  }

  @Test func `an engine passes a rejection and faults on`() {
    let rejection = Rejection.wipLimit(status: "Doing", limit: 3, count: 3)
    let error = EngineError(rejection)
    #expect(error.code.rawValue == "VALIDATION_ERROR")
    #expect(error.message == rejection.message)
    #expect(error.nextStep == rejection.nextStep)
    #expect(error.rejection == rejection)

    let one = WorkflowFault("name", "A name is missing.")
    #expect(
      EngineError(WorkflowFaults([one])).message == "The workflow definition has a fault.")
    let two = EngineError(WorkflowFaults([one, WorkflowFault("statuses", "Too few.")]))
    #expect(two.message == "The workflow definition has 2 faults.")
    #expect(two.faults.map(\.place) == ["name", "statuses"])
    #expect(EngineError.notFound("ticket", "OPS-9").message == "There is no ticket “OPS-9”.")
  }

  @Test(arguments: [
    (["WEB", "OPS"], "Did you mean “OPS”?"), (["REL"], "There is only “REL”."),
    (["REL", "WEB"], "There are REL, WEB."), ([], "There are no projects yet."),
    ((10...20).map { "P\($0)" }, "There are P10, P11, P12, P13, P14, P15, P16, P17, P18, P19, …"),
  ])
  func `what does not exist comes with what does`(known: [String], nextStep: String) {
    let error = EngineError.notFound("project", "OSP", among: known)
    #expect(error.message == "There is no project “OSP”.")
    #expect(error.nextStep == nextStep)
    #expect(error.missing == "project")
  }
}
