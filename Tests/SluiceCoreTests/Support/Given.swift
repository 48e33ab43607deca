import FoundationEssentials

@testable import SluiceCore

/// The people, moments and definitions that the tests' stories begin with.
enum Given {
  /// 2026-03-09T12:00:00Z.
  static let noon = Timestamp(milliseconds: 1_773_057_600_000)
  static let later = noon.advanced(bySeconds: 3_600)
  static let ann = Actor(name: "ann")
  static let bo = Actor(name: "bo")

  /// The definition printed in the design, word for word.
  static let shipIt = """
    {"name": "Ship it", "enforcement": "strict",
     "statuses": [{"name": "New", "category": "backlog"}, {"name": "Doing", "category": "in_progress", "wip_limit": 3}, {"name": "Checked", "category": "in_review"}],
     "transitions": [{"from": "New", "to": "Doing"}, {"from": "Doing", "to": "Checked"}],
     "stages": [{"key": "plan", "name": "Plan", "statuses": ["New"]}, {"key": "build", "name": "Build", "statuses": ["Doing"], "agent_required": false}, {"key": "check", "name": "Check", "statuses": ["Checked"]}],
     "gates": [{"key": "ready", "name": "Ready to check", "from": "build", "to": "check", "acknowledgment": "I ran it on staging.",
                "checklist": [{"key": "tests", "text": "Tests pass"}], "required_fields": ["root_cause"]}],
     "fields": [{"key": "root_cause", "name": "Root cause", "type": "text"}]}
    """

  static func json(_ text: String) throws -> JSONValue {
    try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  static func draft(_ text: String) throws -> WorkflowDraft {
    try WorkflowDraft(reading: json(text))
  }

  static func workflow(_ draft: WorkflowDraft) throws -> Workflow {
    try draft.validated(id: Workflow.ID(UUID()), at: noon)
  }

  /// A ticket in the status of that name, or in the first.
  static func ticket(
    in workflow: Workflow, at status: String? = nil, progress: GateProgress = GateProgress()
  ) throws -> TicketState {
    let draft = TicketDraft(title: "Fix login timeout", status: status)
    var state = try draft.creating(
      id: Ticket.ID(UUID()), key: key, in: workflow, world()
    ).state
    state.progress = progress
    return state
  }

  static var key: TicketKey {
    get throws {
      guard let key = TicketKey("OPS-42") else { throw Missing(what: "the key OPS-42") }
      return key
    }
  }

  /// A world with an assistant in it, by default as ann finds it at noon with nothing else on the board.
  static func world(
    of actor: Actor = ann, at now: Timestamp = noon,
    occupancy: @escaping (Status.ID) -> Int = empty
  ) -> Circumstances {
    Circumstances(by: actor, at: now, hasAssistant: true, occupancy: occupancy)
  }

  /// Nothing else is on the board.
  static func empty(_ status: Status.ID) -> Int { 0 }

  struct Missing: Error {
    let what: String
  }
}

extension Workflow {
  /// The id of a status that the story names.
  func id(_ name: String) throws -> Status.ID {
    guard let status = status(named: name) else { throw Given.Missing(what: name) }
    return status.id
  }
}
