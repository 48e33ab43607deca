extension BoardFilter {
  /// What a person typed as a filter: plain words, `assignee:NAME|me|none`, `label:NAME`, `prio>=LEVEL`.
  ///
  /// A name with blanks stands in double quotes: `label:"help wanted"`. Never fails: a part that begins as
  /// one of these and is not understood, perhaps because it is being typed, is left out.
  ///
  /// `me` is who `assignee:me` means.
  public init(parsing text: String, me: String) {
    self.init()
    for part in Self.parts(of: text) {
      add(part, me: me)
    }
  }

  /// The parts of a filter that begin as a condition but are none, for a person to be told.
  public static func notUnderstood(in text: String) -> [String] {
    parts(of: text).filter { part in
      var filter = BoardFilter()
      return !filter.addCondition(part, me: "") && looksLikeCondition(part)
    }
  }

  /// Whether a part begins with a word that this or another tool uses for conditions, and its sign.
  private static func looksLikeCondition(_ part: String) -> Bool {
    let words = [
      "assignee", "label", "prio", "priority", "status", "stage", "due", "is", "age", "reporter",
    ]
    guard let sign = part.firstIndex(where: { ":<>=".contains($0) }) else { return false }
    let word = part[..<sign].lowercased()
    // A slip would otherwise look for a word that nothing has, and seem to find nothing.
    return words.contains(word) || (word.count > 3 && nearest(to: word, among: words) != nil)
  }

  /// The text cut at blanks outside quotes, the quotes left out.
  private static func parts(of text: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var isQuoted = false
    for character in text {
      if character == "\"" {
        isQuoted.toggle()
      } else if character.isWhitespace, !isQuoted {
        parts.append(part)
        part = ""
      } else {
        part.append(character)
      }
    }
    return (parts + [part]).filter { !$0.isEmpty }
  }

  private mutating func add(_ part: String, me: String) {
    guard !addCondition(part, me: me), !Self.looksLikeCondition(part) else { return }
    words += part.split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// Takes a part as a condition; `false` if it is none.
  private mutating func addCondition(_ part: String, me: String) -> Bool {
    if let name = part.value(after: "assignee:") {
      assignee = name == "none" ? .nobody : .named(name == "me" ? me : name)
    } else if let label = part.value(after: "label:") {
      labels.append(label)
    } else if let level = part.value(after: "prio>=") ?? part.value(after: "priority>="),
      let priority = Priority(level)
    {
      minimumPriority = priority
    } else {
      return false
    }
    return true
  }
}

extension String {
  /// What follows a prefix, if something does.
  fileprivate func value(after prefix: String) -> String? {
    guard hasPrefix(prefix), count > prefix.count else { return nil }
    return String(dropFirst(prefix.count))
  }
}
