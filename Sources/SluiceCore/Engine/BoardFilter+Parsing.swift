extension BoardFilter {
  /// What a person typed as a filter: plain words, `assignee:NAME|me|none`, `label:NAME`, `prio>=LEVEL`.
  ///
  /// Never fails: what is not understood yet, perhaps because it is being typed, is searched as a word.
  ///
  /// `me` is who `assignee:me` means.
  public init(parsing text: String, me: String) {
    self.init()
    for part in text.split(whereSeparator: \.isWhitespace) {
      add(part, me: me)
    }
  }

  private mutating func add(_ part: Substring, me: String) {
    if let name = part.value(after: "assignee:") {
      assignee = name == "none" ? .nobody : .named(name == "me" ? me : name)
    } else if let label = part.value(after: "label:") {
      labels.append(label)
    } else if let level = part.value(after: "prio>=") ?? part.value(after: "priority>="),
      let priority = Priority(level)
    {
      minimumPriority = priority
    } else {
      words.append(String(part))
    }
  }
}

extension Substring {
  /// What follows a prefix, if something does.
  fileprivate func value(after prefix: String) -> String? {
    guard hasPrefix(prefix), count > prefix.count else { return nil }
    return String(dropFirst(prefix.count))
  }
}
