import SluiceCore

/// Labels on one line: separated by commas, in double quotes where a label holds a comma or a quote.
enum LabelList {
  /// The line that `labels(in:)` reads back as the same labels.
  static func text(_ labels: [String]) -> String {
    labels.map { label in
      guard label.contains(",") || label.contains("\"") else { return label }
      return "\""
        + label.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }.joined(separator: ", ")
  }

  /// The labels of a line; a doubled quote within quotes stands for one.
  static func labels(in text: String) -> [String] {
    var labels: [String] = []
    var label = ""
    var isQuoted = false
    var former: Character?
    for character in text {
      if character == "\"" {
        if !isQuoted, former == "\"", !label.isEmpty { label.append(character) }
        isQuoted.toggle()
      } else if character == ",", !isQuoted {
        labels.append(label)
        label = ""
      } else {
        label.append(character)
      }
      former = character
    }
    return (labels + [label]).map(\.trimmingBlanks).filter { !$0.isEmpty }
  }
}
