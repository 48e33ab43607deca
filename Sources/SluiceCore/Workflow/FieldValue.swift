/// A value that a field accepted.
public enum FieldValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  case option(String)
  case date(CalendarDay)

  /// The canonical text, which the same field reads back as the same value.
  public var text: String {
    switch self {
    case .text(let text), .option(let text): text
    case .number(let number): Self.plain(number)
    case .date(let day): day.description
    }
  }

  private static func plain(_ number: Double) -> String {
    if let whole = Int64(exactly: number) { return String(whole) }
    return String(number)
  }
}

/// Why a text is not a value of a field.
public struct FieldFault: Error, Hashable, Sendable {
  /// The key of the field.
  public let field: String
  /// What was expected and what was found, as one sentence.
  public let message: String
}

extension Field {
  /// The longest text value, in characters.
  public static let maximumTextLength = 10_000

  /// Reads a value as a person typed it, or throws what was expected instead.
  public func value(reading input: String) throws(FieldFault) -> FieldValue {
    let text = input.trimmingBlanks
    guard !text.isEmpty else {
      throw fault("\(name) needs \(expectation), but nothing was given.")
    }
    switch kind {
    case .text:
      guard text.count <= Self.maximumTextLength else {
        throw fault("\(name) holds at most \(Self.maximumTextLength) characters.")
      }
      return .text(text)
    case .number:
      // Hexadecimal digits are a number to the parser, and a typing mistake to people.
      guard text.allSatisfy({ "0123456789+-.eE".contains($0) }), let number = Double(text),
        number.isFinite
      else { throw mismatch(text) }
      return .number(number)
    case .select(let options):
      guard options.contains(text) else { throw mismatch(text) }
      return .option(text)
    case .date:
      guard let day = CalendarDay(text) else { throw mismatch(text) }
      return .date(day)
    }
  }

  /// Whether the field would take the value now; it may have been given under another definition.
  public func accepts(_ value: FieldValue) -> Bool {
    switch (kind, value) {
    case (.text, .text), (.number, .number), (.date, .date): true
    case (.select(let options), .option(let option)): options.contains(option)
    default: false
    }
  }

  /// What a value of the field looks like, to be put after “needs”.
  public var expectation: String {
    switch kind {
    case .text: "a text"
    case .number: "a number"
    case .select(let options): "one of " + options.joined(separator: ", ")
    case .date: "a date as YYYY-MM-DD"
    }
  }

  private func mismatch(_ text: String) -> FieldFault {
    fault("\(name) needs \(expectation), not “\(text)”.")
  }

  private func fault(_ message: String) -> FieldFault {
    FieldFault(field: key, message: message)
  }
}
