extension BoardFilter {
  /// What a person typed as a filter: plain words, `assignee:NAME|me|none`, `label:NAME`, `prio>=LEVEL`.
  ///
  /// A name with blanks stands in double quotes: `label:"help wanted"`. Never fails: what is not understood
  /// yet, perhaps because it is being typed, is searched as a word.
  ///
  /// `me` is who `assignee:me` means.
  public init(parsing text: String, me: String) {
    self.init()
    for part in Self.parts(of: text) {
      add(part, me: me)
    }
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
    if let name = part.value(after: "assignee:") {
      assignee = name == "none" ? .nobody : .named(name == "me" ? me : name)
    } else if let label = part.value(after: "label:") {
      labels.append(label)
    } else if let level = part.value(after: "prio>=") ?? part.value(after: "priority>="),
      let priority = Priority(level)
    {
      minimumPriority = priority
    } else {
      words += part.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  }
}

extension String {
  /// What follows a prefix, if something does.
  fileprivate func value(after prefix: String) -> String? {
    guard hasPrefix(prefix), count > prefix.count else { return nil }
    return String(dropFirst(prefix.count))
  }
}
