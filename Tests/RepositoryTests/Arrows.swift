/// What each target may import of ours: arrows point down only.
enum Arrows {
  static let table: [String: Set<String>] = [
    "SluiceCore": [],
    "SQLite": ["CSQLite"],
    "SluiceStore": ["SluiceCore", "SQLite"],
    "SluiceEngine": ["SluiceCore", "SluiceStore"],
    "Drawing": [],
    "Terminal": ["Drawing", "CNcurses"],
    "WebCall": ["CCurl"],
    "ProviderCalls": ["SluiceCore", "SluiceEngine", "WebCall"],
    "HTTPServer": ["CMicroHTTP"],
    "Passwords": ["CSodium"],
    "SluiceAPI": ["SluiceCore"],
    "SluiceServer": [
      "SluiceCore", "SluiceAPI", "SluiceEngine", "ProviderCalls", "HTTPServer", "Passwords",
    ],
    "SluiceClient": ["SluiceCore", "SluiceAPI", "WebCall"],
    "Markdown": [],
    "SluiceTUI": ["SluiceCore", "Drawing", "Markdown"],
    "SluiceSamples": ["SluiceCore"],
    "SluiceCLI": [
      "SluiceCore", "SluiceAPI", "SluiceEngine", "SluiceClient", "SluiceTUI", "SluiceSamples",
      "Drawing", "Terminal", "ProviderCalls", "WebCall",
    ],
    "sluice": ["SluiceCLI"],
    "sluiced": ["SluiceServer"],
    "sluice-bench": [
      "CBaseline", "SluiceCore", "SQLite", "SluiceStore", "SluiceEngine", "Drawing", "Terminal",
      "SluiceTUI", "SluiceSamples", "SluiceServer", "HTTPServer", "Passwords",
    ],
  ]

  /// What any target may import: the standard library's own, and the small half of Foundation.
  ///
  /// The whole of Foundation costs the board its start.
  static let outside: Set<String> = ["FoundationEssentials", "Glibc", "Synchronization"]

  /// The modules that a file of a target imports and may not.
  static func forbidden(in lines: [SourceLine], of target: String) -> [String] {
    let allowed = (table[target] ?? []).union(outside)
    return lines.compactMap(imported).filter { !allowed.contains($0) }
  }

  /// The module that a line imports, if it is an import.
  static func imported(_ line: SourceLine) -> String? {
    var words = line.code.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    let access: Set<String> = ["public", "package", "internal", "fileprivate", "private"]
    words = words.drop { access.contains($0) || $0.hasPrefix("@") }
    guard words.popFirst() == "import" else { return nil }
    let kinds: Set<String> = [
      "struct", "class", "enum", "protocol", "typealias", "func", "let", "var",
    ]
    words = words.drop { kinds.contains($0) }
    return words.first?.split(separator: ".").first.map(String.init)
  }
}
