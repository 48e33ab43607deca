import SluiceCore

/// What is said about a draft in the text itself, where an editor is opened on it: a line above the text, which
/// is no part of it.
public struct DraftRemark: Equatable {
  private static let beginning = "<!-- sluice: "
  private static let end = " -->"
  private static let offer = " restored. "

  private let words: String

  /// The offer of a draft.
  static func restored(from time: String) -> DraftRemark {
    DraftRemark(
      words: "Draft from \(time)\(offer)"
        + "Delete this line to save it as it is, all below to discard it.")
  }

  /// That the draft is not offered.
  static func elsewhere(_ subject: Draft.Subject) -> DraftRemark {
    DraftRemark(words: subject.remarkElsewhere)
  }

  /// The text with the remark above it.
  func above(_ text: String) -> String {
    Self.beginning + words + Self.end + "\n" + text
  }

  /// The text without a remark; `nil` where all of a restored draft was deleted.
  static func reading(_ text: String) -> String? {
    let line = text.prefix { !$0.isNewline }
    guard line.hasPrefix(beginning), line.hasSuffix(end) else { return text }
    let rest = String(text[line.endIndex...].dropFirst())
    return rest.trimmingBlanks.isEmpty && line.contains(offer) ? nil : rest
  }

  /// The text without a remark, empty where all of it was deleted.
  public static func without(_ text: String) -> String {
    reading(text) ?? ""
  }
}

extension Draft.Subject {
  /// What is said where another board of the user's has the draft.
  var remarkElsewhere: String {
    let what =
      switch self {
      case .comment(let key): "writing a comment on \(key)"
      case .description(let key): "editing the description of \(key)"
      case .title(let key), .due(let key), .value(let key, _), .edit(let key): "editing \(key)"
      case .create(let project), .newDescription(let project): "writing a new ticket in \(project)"
      }
    return "Another window is \(what); its draft stays there."
  }
}
