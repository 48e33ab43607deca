/// What the figures are taken of, as the command line says.
struct Options {
  /// A file to measure on instead of those in the cache.
  var path: String?
  var sizes = [1_000, 100_000, 1_000_000]
  /// How often each thing is measured.
  var rounds = 30
  var isJSON = false
  var seed: UInt64 = 1

  /// Reads options until the words end; `others` are those of one verb alone, each with a value.
  init(_ words: ArraySlice<String>, others: [String] = []) throws(BenchError) {
    var words = words
    var values: [String: String] = [:]
    while let word = words.popFirst() {
      if word == "--json" {
        isJSON = true
        continue
      }
      let known = ["--db", "--tickets", "--rounds", "--seed"] + others
      guard known.contains(word), let value = words.popFirst() else {
        throw BenchError("“\(word)” is not understood here.\n\n\(Command.usage)")
      }
      values[word] = value
    }
    self.others = values
    path = values["--db"]
    if let text = values["--tickets"] {
      sizes = try text.split(separator: ",").map { (size) throws(BenchError) in
        try Self.number(String(size), "--tickets")
      }
    }
    if let text = values["--rounds"] { rounds = try Self.number(text, "--rounds") }
    if let text = values["--seed"] { seed = UInt64(try Self.number(text, "--seed")) }
  }

  private let others: [String: String]

  /// A value that the verb cannot do without.
  func number(_ name: String) throws(BenchError) -> Int {
    try Self.number(others[name] ?? "", name)
  }

  /// A text that the verb cannot do without.
  func text(_ name: String) throws(BenchError) -> String {
    guard let text = others[name] else { throw BenchError("\(name) is missing.") }
    return text
  }

  private static func number(_ text: String, _ name: String) throws(BenchError) -> Int {
    guard let number = Int(text), number > 0 else {
      throw BenchError("\(name) takes a number above zero, not “\(text)”.")
    }
    return number
  }

  /// What is measured on, smallest first.
  func databases() throws(BenchError) -> [Database] {
    if let path {
      return [Database(path: path, tickets: try BoardReader(path).ticketCount)]
    }
    var databases: [Database] = []
    for size in sizes.sorted() { databases.append(try Database.cached(tickets: size)) }
    return databases
  }
}
