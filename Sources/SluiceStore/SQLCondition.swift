internal import SQLite

/// A condition of a statement with the values that it binds, before it is known from which placeholder on.
struct SQLCondition: Hashable {
  private enum Piece: Hashable {
    case text(String)
    case value(Value)
  }

  private var pieces: [Piece] = []

  /// Holds for everything, or for nothing.
  static func constant(_ holds: Bool) -> SQLCondition {
    SQLCondition(holds ? "1" : "0")
  }

  init(_ text: String) {
    pieces = [.text(text)]
  }

  /// Text with `?` where the values go, in their order.
  init(_ text: String, _ values: [Value]) {
    let texts = text.split(separator: "?", omittingEmptySubsequences: false)
    for (place, text) in texts.enumerated() {
      pieces.append(.text(String(text)))
      if place < values.count { pieces.append(.value(values[place])) }
    }
  }

  private init(_ pieces: [Piece]) {
    self.pieces = pieces
  }

  /// What it binds.
  var values: [Value] {
    pieces.compactMap { piece in
      if case .value(let value) = piece { return value }
      return nil
    }
  }

  /// The text with placeholders from `$first` on.
  func sql(first: Int) -> String {
    var next = first
    return pieces.map { piece in
      switch piece {
      case .text(let text): return text
      case .value:
        defer { next += 1 }
        return "$\(next)"
      }
    }.joined()
  }

  /// All of several conditions, or one of them.
  static func joined(_ conditions: [SQLCondition], by word: String, none: Bool) -> SQLCondition {
    guard !conditions.isEmpty else { return .constant(none) }
    guard conditions.count > 1 else { return conditions[0] }
    var pieces: [Piece] = [.text("(")]
    for (place, condition) in conditions.enumerated() {
      if place > 0 { pieces.append(.text(" \(word) ")) }
      pieces += condition.pieces
    }
    return SQLCondition(pieces + [.text(")")])
  }

  static func all(_ conditions: [SQLCondition]) -> SQLCondition {
    joined(conditions, by: "AND", none: true)
  }

  static func any(_ conditions: [SQLCondition]) -> SQLCondition {
    joined(conditions, by: "OR", none: false)
  }

  var negated: SQLCondition {
    SQLCondition([.text("NOT (")] + pieces + [.text(")")])
  }
}
