/// Why a rule refused a change.
///
/// Source: rule 11.
///
/// It carries what happened as data; `message` and `nextStep` say it to a person.
public enum Rejection: Error, Hashable, Sendable {
  /// One gate on the way, and what it still asks for.
  public struct GateNeed: Hashable, Sendable {
    /// The gate.
    public let gate: Gate
    /// What does not hold yet; never empty.
    public let unmet: [Gate.Requirement]
    /// What the unmet requirements say, in the same order.
    public let texts: [String]
  }

  /// The workflow has no such status.
  case unknownStatus(name: String, known: [String])
  /// The step is not a transition and the workflow is strict.
  case noTransition(from: String, to: String, allowed: [String])
  /// Gates on the way are not satisfied.
  case gatesUnmet(from: String, to: String, gates: [GateNeed])
  /// The status is full and the workflow is strict.
  case wipLimit(status: String, limit: Int, count: Int)
  /// The workflow has no such gate.
  case unknownGate(key: String, known: [String])
  /// The gate has no such item.
  case unknownItem(gate: String, key: String, known: [String])
  /// The gate has no text to accept.
  case nothingToAcknowledge(gate: String)
  /// The workflow has no such field.
  case unknownField(key: String, known: [String])
  /// A value of a ticket or a field is not acceptable.
  case invalidValue(attribute: String, message: String)
}

extension Rejection {
  /// The machine code, stable across versions.
  public var code: String {
    switch self {
    case .unknownStatus: "UNKNOWN_STATUS"
    case .noTransition: "NO_TRANSITION"
    case .gatesUnmet: "GATE_UNMET"
    case .wipLimit: "WIP_LIMIT"
    case .unknownGate: "UNKNOWN_GATE"
    case .unknownItem: "UNKNOWN_ITEM"
    case .nothingToAcknowledge: "NOTHING_TO_ACKNOWLEDGE"
    case .unknownField: "UNKNOWN_FIELD"
    case .invalidValue: "INVALID_VALUE"
    }
  }

  /// One sentence for a person: what was refused and why.
  public var message: String {
    switch self {
    case .unknownStatus(let name, let known):
      "“\(name)” is not a status of this workflow; it has \(listed(known))."
    case .noTransition(let from, let to, _):
      "\(from) has no transition to \(to), and the workflow is strict."
    case .gatesUnmet(let from, let to, let gates):
      "\(from) → \(to) waits for " + gates.map(Self.sentence).joined(separator: "; ") + "."
    case .wipLimit(let status, let limit, let count):
      "\(status) holds \(count) of at most \(limit) tickets, and the workflow is strict."
    case .unknownGate(let key, let known):
      "“\(key)” is not a gate of this workflow; it has \(listed(known))."
    case .unknownItem(let gate, let key, let known):
      "Gate “\(gate)” has no item “\(key)”; it has \(listed(known))."
    case .nothingToAcknowledge(let gate):
      "Gate “\(gate)” has no text to accept."
    case .unknownField(let key, let known):
      "“\(key)” is not a field of this workflow; it has \(listed(known))."
    case .invalidValue(_, let message):
      message
    }
  }

  /// The next step that would help, as a sentence.
  public var nextStep: String {
    switch self {
    case .unknownStatus(let name, let known):
      choice(of: name, among: known)
    case .noTransition(let from, _, let allowed):
      allowed.isEmpty
        ? "Nothing leads out of \(from)." : "From \(from) you can go to \(listed(allowed))."
    case .gatesUnmet(_, _, let gates):
      "Still to do: " + gates.flatMap(\.texts).joined(separator: "; ") + "."
    case .wipLimit(let status, _, _):
      "Move a ticket out of \(status) first."
    case .unknownGate(let key, let known), .unknownItem(_, let key, let known),
      .unknownField(let key, let known):
      choice(of: key, among: known)
    case .nothingToAcknowledge:
      "Tick its items or give its fields instead."
    case .invalidValue:
      "Correct the value and try again; nothing was changed."
    }
  }

  private static func sentence(_ need: GateNeed) -> String {
    "gate “\(need.gate.name)”: \(need.unmet.count) of \(need.gate.requirementCount) left"
  }
}

/// What to name instead of a name that is not known.
private func choice(of name: String, among known: [String]) -> String {
  if let near = nearest(to: name, among: known) { return "Did you mean “\(near)”?" }
  return known.isEmpty ? "There is none to name." : "Name one of them."
}

func listed(_ names: [String]) -> String {
  names.isEmpty ? "none" : names.joined(separator: ", ")
}
