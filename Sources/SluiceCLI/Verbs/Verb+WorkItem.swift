import SluiceAPI
import SluiceCore

/// The words of OpenIndex for what the verbs of `ticket` do.
extension Verb {
  static let workItemList = Verb(
    words: ["work-item", "list"], summary: "Lists work items of a project, newest first.",
    examples: [
      "sluice work-item list -p OPS", "sluice work-item list -p OPS --status Todo --json",
    ],
    options: ticketList.options, run: ticketList.run)

  static let workItemGet = Verb(
    words: ["work-item", "get"], aliases: ["show"], summary: "Shows a work item.",
    examples: ["sluice work-item get OPS-42", "sluice work-item get OPS-42 --json"],
    operands: [.ticket],
    run: { session throws(Failure) in
      guard session.isJSON else { return try ticketShow.run(session) }
      try session.print(try session.detail().workItemJSON)
    })

  static let workItemCreate = Verb(
    words: ["work-item", "create"], summary: "Adds a work item to a project.",
    examples: [
      "sluice work-item create --kind task --title \"Fix login timeout\" -p OPS",
      "sluice work-item create --kind task --title \"Ship it\" -p OPS --workflow-id Delivery",
    ],
    operands: ticketCreate.operands, options: ticketCreate.options, run: ticketCreate.run)

  static let workItemUpdate = Verb(
    words: ["work-item", "update"], summary: "Changes attributes of work items.",
    examples: ["sluice work-item update OPS-42 --priority critical"],
    operands: ticketUpdate.operands, options: ticketUpdate.options, notes: ticketUpdate.notes,
    run: ticketUpdate.run)

  static let workItemDelete = Verb(
    words: ["work-item", "delete"], summary: "Takes work items off the board.",
    examples: ["sluice work-item delete OPS-42 --yes"],
    operands: ticketDelete.operands, options: ticketDelete.options, notes: ticketDelete.notes,
    run: ticketDelete.run)

  static let workItemTransitions = Verb(
    words: ["work-item", "transitions"],
    summary: "Tells the status, allowed transitions, and the gates ahead.",
    examples: ["sluice work-item transitions OPS-42", "sluice work-item transitions REL-1 --json"],
    operands: [.ticket],
    run: { session throws(Failure) in
      guard session.isJSON else { return try ticketShow.run(session) }
      try session.print(try session.detail().transitionsJSON)
    })

  static let workItemClaim = Verb(
    words: ["work-item", "claim"],
    summary: "Takes a work item for an agent and moves it to where it is worked on.",
    examples: [
      "sluice work-item claim OPS-42 --to-status InProgress --agent-id claude-1",
      "SLUICE_AGENT_ID=claude-1 sluice work-item claim OPS-42 --json",
    ],
    operands: [.ticket], options: ticketClaim.options, notes: ticketClaim.notes,
    run: ticketClaim.run)

  static let workItemRelease = Verb(
    words: ["work-item", "release"], summary: "Gives a claimed work item back.",
    examples: ["sluice work-item release OPS-42 --agent-id claude-1"],
    operands: [.ticket], options: ticketRelease.options, run: ticketRelease.run)
}
