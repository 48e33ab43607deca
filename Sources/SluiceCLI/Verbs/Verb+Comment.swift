import SluiceAPI
import SluiceCore

extension Verb {
  static let commentAdd = Verb(
    words: ["comment", "add"], summary: "Adds a remark to a ticket.",
    examples: [
      "sluice comment add OPS-42 \"I can see it here too.\"",
      "git log -1 --format=%b | sluice comment add OPS-42 -",
    ],
    operands: [.ticket, Operand("TEXT", "Markdown; “-” reads the standard input")],
    options: [.dryRun, .agent],
    run: { session throws(Failure) in
      let word = session.invocation.operands[1]
      let text = word == "-" ? String(decoding: try Files.read("-"), as: UTF8.self) : word
      try session.changeFirst(.comment(text)) { "Commented on \($0.key)." }
    })

  static let commentList = Verb(
    words: ["comment", "list"], summary: "Lists the newest remarks on a ticket.",
    examples: ["sluice comment list OPS-42", "sluice comment list OPS-42 --json"],
    operands: [.ticket],
    run: { session throws(Failure) in
      let comments = try session.detail().comments
      if session.isJSON {
        return try session.print(
          .object([
            "items": .array(comments.map(\.json)), "next_cursor": .null, "has_more": .bool(false),
          ]))
      }
      guard !comments.isEmpty else { return try session.note("No comments.") }
      for comment in comments {
        try session.print("\(comment.author), \(comment.at)")
        for line in comment.text.split(
          omittingEmptySubsequences: false, whereSeparator: \.isNewline)
        {
          try session.print("  " + line)
        }
      }
    })
}
