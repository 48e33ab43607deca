/// Reads back what Graphviz would of a graph: the grammar of DOT as far as drawings of workflows use it.
///
/// Source: Graphviz, “DOT Language”.
struct DotReader {
  /// A node or an edge: the names it joins, and its attributes.
  struct Item: Equatable {
    var names: [String]
    var attributes: [String: String] = [:]
    /// The clusters around it, outermost first.
    var clusters: [String] = []
  }

  struct Malformed: Error {
    let rest: String
  }

  private var rest: Substring
  private var clusters: [String] = []
  private(set) var nodes: [Item] = []
  private(set) var edges: [Item] = []
  /// The labels of the graph and its clusters, in order.
  private(set) var labels: [String] = []

  init(_ text: String) throws {
    rest = Substring(text)
    guard take("digraph ") else { throw malformed }
    _ = try quoted()
    try body()
    guard rest == "\n" else { throw malformed }
  }

  private var malformed: Malformed { Malformed(rest: String(rest.prefix(60))) }

  private mutating func take(_ word: String) -> Bool {
    rest = rest.drop { $0 == " " || $0 == "\n" }
    guard rest.hasPrefix(word) else { return false }
    rest.removeFirst(word.count)
    return true
  }

  private mutating func expect(_ word: String) throws {
    guard take(word) else { throw malformed }
  }

  private mutating func body() throws {
    try expect("{")
    while !take("}") { try statement() }
    // The only line end that is left for the end of the text.
    if clusters.isEmpty, !rest.hasPrefix("\n") { throw malformed }
  }

  private mutating func statement() throws {
    if take("subgraph ") {
      clusters.append(try quoted())
      try body()
      clusters.removeLast()
    } else if take("label=") {
      labels.append(try quoted())
      try expect(";")
    } else if take("labelloc=t;") || take("rankdir=LR;") || take("node [shape=box, style=rounded];")
    {
      return
    } else {
      try item()
    }
  }

  private mutating func item() throws {
    var item = Item(names: [try quoted()], clusters: clusters)
    while take("->") { item.names.append(try quoted()) }
    if take("[") {
      repeat {
        let name = word()
        try expect("=")
        item.attributes[name] = rest.hasPrefix("\"") ? try quoted() : word()
      } while take(",")
      try expect("]")
    }
    try expect(";")
    if item.names.count == 1 { nodes.append(item) } else { edges.append(item) }
  }

  private mutating func word() -> String {
    rest = rest.drop { $0 == " " }
    let word = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber) }
    rest.removeFirst(word.count)
    return String(word)
  }

  /// A string; a backslash stays with what follows, but for a quote.
  private mutating func quoted() throws -> String {
    try expect("\"")
    var text = String.UnicodeScalarView()
    var scalars = rest.unicodeScalars
    while let scalar = scalars.popFirst(), scalar != "\"" {
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      guard let next = scalars.popFirst() else { throw malformed }
      text.append(contentsOf: next == "\"" ? [next] : [scalar, next])
    }
    rest = Substring(scalars)
    return String(text)
  }

  /// The lines that a label shows: escapes resolved, and then entities.
  static func shown(_ label: String?) -> [String] {
    var lines = [""]
    var scalars = Substring(label ?? "").unicodeScalars
    while let scalar = scalars.popFirst() {
      if scalar != "\\" {
        lines[lines.count - 1].unicodeScalars.append(scalar)
      } else if let next = scalars.popFirst() {
        if next == "n" {
          lines.append("")
        } else {
          lines[lines.count - 1].unicodeScalars.append(next)
        }
      }
    }
    return lines.map {
      $0.split(separator: "&amp;", omittingEmptySubsequences: false).joined(separator: "&")
    }
  }
}
