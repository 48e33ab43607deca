@testable import SluiceCore

extension WorkflowDraft {
  /// Names that try to be something else in one language of drawings or another.
  static let hostileNames = [
    "\"] evil [label=\"", "\\", "\\\"", "\\N\\G\\n", "a --> b", "a -> b;", "]]", "])", "}",
    "<b>bold</b>",
    "<script>alert(1)</script>", "&lt;b&gt;", "&", "#quot;", "#35;", "`code`", "%%{init: {}}%%",
    "%% remark", "end", "1. one", "- item", "style x fill:#f00;", "|label|", "\u{1B}[31mred",
    "\u{7}\u{7F}\u{9B}",
    "文字化け", "e\u{301}", "👩‍💻", "\u{202E}backwards", "{a|b}", "'quoted'", "s1",
  ]

  /// Every hostile name as a status, two of them in turn as stages and gates.
  static let hostile: WorkflowDraft = {
    let names = hostileNames
    let half = names.count / 2
    return WorkflowDraft(
      name: names[0], enforcement: "strict",
      statuses: names.map { StatusDraft($0, "in_progress") },
      transitions: zip(names, names.dropFirst()).map { TransitionDraft($0, $1) },
      stages: [
        StageDraft("a", names[1], Array(names[..<half])),
        StageDraft("b", names[8], Array(names[half...])),
      ],
      gates: names.enumerated().map { index, name in
        Gate(key: "g\(index)", name: name, from: "a", to: "b", acknowledgment: name)
      })
  }()
}
