import SluiceCore

extension ValueKind {
  /// The value as verbs take it; `nil` if it is none of this kind.
  ///
  /// What is stored is not looked up: whether there is such a ticket is for the engine to say.
  func accepted(_ text: String) -> String? {
    switch self {
    case .choice(let words, let synonyms):
      let folded = text.lowercased()
      return words.first { $0.lowercased() == folded } ?? synonyms[folded]
    case .number(let range): return Int(text).map(range.contains) == true ? text : nil
    // Which day it is, the verb finds out; that depends on the day when it is said.
    case .day: return CalendarDay(said: text, on: Self.anyDay) == nil ? nil : text
    case .label: return text.trimmingBlanks.isEmpty ? nil : text
    default: return text
    }
  }

  private static let anyDay = CalendarDay(daysSinceEpoch: 0)

  /// What would be accepted, as a phrase; `nil` where everything is.
  var expectation: String? {
    switch self {
    case .choice(let words, _): "one of \(words.joined(separator: ", "))"
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .day: "a day as \(CalendarDay.saidForms)"
    case .label: "a label"
    default: nil
    }
  }

  /// The value as verbs take it, or a refusal that says what `owner` needs and what was nearly said.
  func checked(_ text: String, of owner: String, next command: String) throws(Failure) -> String {
    if let value = accepted(text) { return value }
    var message = "\(owner) needs \(expectation ?? "another value"), not “\(text)”."
    if case .choice(let words, _) = self, let word = nearest(to: text, among: words) {
      message += " Did you mean “\(word)”?"
    }
    throw .usage(message, next: command)
  }
}
