internal import SluiceCore

extension FieldValue {
  /// The word of the kind of field that accepts the value.
  var word: String {
    switch self {
    case .text: "text"
    case .number: "number"
    case .option: "select"
    case .date: "date"
    }
  }

  /// A value that was kept as a word and a text; `nil` if they do not fit.
  init?(word: String, text: String) {
    switch word {
    case "text": self = .text(text)
    case "select": self = .option(text)
    case "number":
      guard let number = Double(text) else { return nil }
      self = .number(number)
    case "date":
      guard let day = CalendarDay(text) else { return nil }
      self = .date(day)
    default: return nil
    }
  }
}
