/// What the texts of a ticket may hold.
///
/// Control characters are kept here and made visible where shown.
enum TicketText {
  /// A title without blanks at its ends; refused if empty, of several lines or too long.
  static func title(_ text: String) throws(Rejection) -> String {
    let title = text.trimmingBlanks
    guard !title.isEmpty else {
      throw .invalidValue(attribute: "title", message: "A ticket needs a title.")
    }
    guard !title.contains(where: \.isNewline) else {
      throw .invalidValue(
        attribute: "title",
        message: "A title is one line; put the rest into the description.")
    }
    guard title.count <= Ticket.maximumTitleLength else {
      throw .invalidValue(
        attribute: "title",
        message: "A title has at most \(Ticket.maximumTitleLength) characters, not \(title.count).")
    }
    return title
  }

  /// A description or comment; refused if too long.
  static func body(_ text: String, called what: String) throws(Rejection) -> String {
    guard text.utf8.count <= Ticket.maximumTextLength || text.count <= Ticket.maximumTextLength
    else {
      throw .invalidValue(
        attribute: what,
        message: "A \(what) has at most \(Ticket.maximumTextLength) characters, not \(text.count).")
    }
    return text
  }

  /// A person or label without blanks at its ends; empty means none.
  static func word(_ text: String?, called what: String) throws(Rejection) -> String? {
    guard let word = text?.trimmingBlanks, !word.isEmpty else { return nil }
    guard word.count <= Ticket.maximumWordLength, !word.contains(where: \.isNewline) else {
      throw .invalidValue(
        attribute: what,
        message: "The \(what) is one line of at most \(Ticket.maximumWordLength) characters.")
    }
    return word
  }

  /// Labels without blanks at their ends, empty ones left out.
  static func labels(_ texts: [String]) throws(Rejection) -> [String] {
    var labels: [String] = []
    for text in texts {
      if let label = try word(text, called: "label") { labels.append(label) }
    }
    return labels
  }

  static func checkLabelCount(_ count: Int) throws(Rejection) {
    guard count <= Ticket.maximumLabels else {
      throw .invalidValue(
        attribute: "labels",
        message: "A ticket has at most \(Ticket.maximumLabels) labels, not \(count).")
    }
  }
}
