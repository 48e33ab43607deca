/// A command of a crowd, and what history must tell of it once it is acknowledged.
struct CrowdCommand {
  let arguments: [String]
  /// The kinds of which it leaves at least one event; if it changes anything.
  let kinds: Set<String>
  /// A text that no other command writes.
  var text: String?

  init(_ arguments: [String], _ kinds: Set<String>, text: String? = nil) {
    self.arguments = arguments + ["--json"]
    self.kinds = kinds
    self.text = text
  }
}

/// Makes commands up, often against the rules.
struct CrowdHand {
  private var random: SeededGenerator
  private var commands = 0
  private let tickets: Int

  static let statuses = ["New", "Doing", "Checked", "Closed"]

  /// A workflow in which everything is in the way of everyone: one ticket at a time, and a gate before it.
  static let workflow = """
    {"name": "Narrow", "enforcement": "strict",
     "statuses": [{"name": "New", "category": "backlog"},
                  {"name": "Doing", "category": "in_progress", "wip_limit": 1},
                  {"name": "Checked", "category": "in_review", "wip_limit": 1},
                  {"name": "Closed", "category": "done"}],
     "transitions": [{"from": "New", "to": "Doing"}, {"from": "Doing", "to": "New"},
                     {"from": "Doing", "to": "Checked"}, {"from": "Checked", "to": "Doing"},
                     {"from": "Checked", "to": "Closed"}, {"from": "Checked", "to": "New"},
                     {"from": "Closed", "to": "New"}],
     "stages": [{"key": "plan", "name": "Plan", "statuses": ["New"]},
                {"key": "build", "name": "Build", "statuses": ["Doing"]},
                {"key": "check", "name": "Check", "statuses": ["Checked", "Closed"]}],
     "gates": [{"key": "ready", "name": "Ready", "from": "build", "to": "check",
                "checklist": [{"key": "tests", "text": "Tests pass"}]}],
     "fields": [{"key": "size", "name": "Size", "type": "number"}]}
    """

  /// The tickets are `OPS-1` and on.
  init(seed: UInt64, tickets: Int) {
    random = SeededGenerator(seed: seed)
    self.tickets = tickets
  }

  mutating func command(in slot: Int) -> CrowdCommand {
    commands += 1
    let ticket = ticket()
    let agent = "bot-\(slot)"
    switch Int.random(in: 0..<20, using: &random) {
    case 0...5:
      return CrowdCommand(
        ["ticket", "transition", ticket, "--to-status", pick(Self.statuses)], ["ticket.moved"])
    case 6:
      return CrowdCommand(
        ["ticket", "tick", ticket, "ready/tests"] + pick([[], [], ["--off"]]),
        ["gate.ticked", "gate.unticked"])
    case 7:
      return CrowdCommand(
        ["work-item", "progress", ticket, "ready", "--check", "tests", "--to-status", "Checked"],
        ["gate.ticked", "ticket.moved"])
    case 8, 9:
      return CrowdCommand(
        ["ticket", "claim", ticket, "--agent-id", agent], ["agent.claimed", "ticket.moved"])
    case 10:
      return CrowdCommand(["ticket", "release", ticket, "--agent-id", agent], ["agent.released"])
    case 11, 12:
      let text = "note \(commands)"
      return CrowdCommand(["comment", "add", ticket, text], ["comment.added"], text: text)
    case 13:
      return CrowdCommand(
        ["ticket", "set", ticket, "size=\(commands)"], ["field.set"], text: "\(commands)")
    case 14:
      let text = "work \(commands)"
      return CrowdCommand(
        ["ticket", "update", ticket, "--title", text], ["ticket.edited"], text: text)
    case 15: return bulk()
    case 16: return CrowdCommand(["undo"], ["change.undone"])
    case 17: return CrowdCommand(["redo", ticket], ["change.redone"])
    default: return CrowdCommand(["undo", ticket], ["change.undone"])
    }
  }

  private mutating func bulk() -> CrowdCommand {
    let several = Array(Set([ticket(), ticket(), ticket()]))
    if Bool.random(using: &random) {
      return CrowdCommand(
        ["ticket", "update"] + several + ["--add-label", "l\(commands)"], ["label.added"])
    }
    return CrowdCommand(
      ["ticket", "transition"] + several + ["--to-status", pick(Self.statuses), "--keep-going"],
      ["ticket.moved"])
  }

  private mutating func ticket() -> String {
    "OPS-\(Int.random(in: 1...tickets, using: &random))"
  }

  private mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &random)]
  }
}

/// Random numbers that are the same for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// xorshift64.
  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
