import SluiceCore

/// Makes filters about the tickets of a `FilterWorld`.
struct RandomFilter {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  private mutating func any<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  mutating func filter(depth: Int = 3) -> String {
    let kinds = depth > 0 ? ["term", "term", "not", "all", "any"] : ["term"]
    switch any(kinds) {
    case "not": return "-(\(filter(depth: depth - 1)))"
    case "all": return filter(depth: depth - 1) + " " + filter(depth: depth - 1)
    case "any": return "(\(filter(depth: depth - 1)) or \(filter(depth: depth - 1)))"
    default: return any([any(Self.plain), timed()])
    }
  }

  private static let plain = [
    "log", "login", "cafe", "internationalization", "internationalized", "handshake", "or\"x\"",
    "\"two words\"", "12", "OPS-5", "!!!", "assignee:ann", "assignee:none", "assignee:me",
    "is:mine",
    "label:bug", "label:\"help wanted\"", "label:x", "priority>=high", "priority:low",
    "prio<medium",
    "status:idea", "status:Ready", "status:New", "status:Fixing", "stage:Build", "stage:shape",
    "gate:blocked", "gate:ready", "is:claimed", "is:overdue", "is:open", "is:closed", "due:none",
  ]

  private mutating func timed() -> String {
    let sign = any(["<", "<=", ":", ">=", ">"])
    let count = Int.random(in: 0...30, using: &random)
    return any([
      "age\(sign)\(count)d", "stale\(sign)\(count * 5)h", "age\(sign)\(count / 4)w",
      "due\(sign)\(count)d", "due\(sign)2023-11-\(count % 20 + 10)",
    ])
  }
}
