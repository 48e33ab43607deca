import Testing

@testable import SluiceCore

/// The flowchart for Mermaid.
@Suite struct MermaidTests {
  @Test func `the five stages with their gates`() throws {
    #expect(
      try Given.workflow(.delivery).mermaid == """
        ---
        title: "Delivery, strict"
        ---
        flowchart LR
          subgraph stage1["Shape"]
            s1(["Idea<br/>Backlog"])
            s2["Ready<br/>Todo"]
          end
          subgraph stage2["Build"]
            s3["Building<br/>In progress, at most 5"]
            s4["Blocked<br/>In progress, at most 4"]
          end
          subgraph stage3["Check"]
            s5["Reviewing<br/>In review, at most 4"]
            s6["Staging<br/>In review"]
          end
          subgraph stage4["Live"]
            s7[["Released<br/>Done"]]
          end
          subgraph stage5["Dropped"]
            s8[["Dropped<br/>Cancelled"]]
          end
          s1 --> s2
          s1 --> s8
          s2 -->|"Ready to build"| s3
          s2 --> s1
          s2 --> s8
          s3 --> s4
          s3 -->|"Ready to check"| s5
          s3 --> s2
          s4 --> s3
          s4 --> s8
          s5 --> s6
          s5 --> s3
          s6 -->|"Release"| s7
          s6 --> s3

        """)
  }

  @Test func `the guide's workflow, in which each category is a stage`() throws {
    #expect(
      try Given.workflow(.bugTriage).mermaid == """
        ---
        title: "Bug Triage, strict"
        ---
        flowchart LR
          subgraph stage1["Backlog"]
            s1(["New<br/>Backlog"])
          end
          subgraph stage2["Todo"]
            s2["Triaged<br/>Todo"]
          end
          subgraph stage3["In progress"]
            s3["Fixing<br/>In progress"]
          end
          subgraph stage4["In review"]
            s4["Verifying<br/>In review"]
          end
          subgraph stage5["Done"]
            s5[["Closed<br/>Done"]]
          end
          subgraph stage6["Cancelled"]
            s6[["WontFix<br/>Cancelled"]]
          end
          s1 --> s2
          s1 --> s6
          s2 --> s3
          s2 --> s6
          s3 --> s4
          s3 --> s2
          s4 --> s5
          s4 --> s3

        """)
  }

  @Test func `a gate that no transition meets is a dotted arrow between its stages`() throws {
    var draft = try Given.draft(Given.shipIt)
    draft.transitions.removeLast()
    let lines = try Given.workflow(draft).mermaid.split(separator: "\n")
    #expect(lines.suffix(2) == ["  s1 --> s2", "  s2 -.->|\"Ready to check\"| s3"])
  }

  @Test func `names stay names, whatever they hold`() throws {
    let lines = try Given.workflow(.hostile).mermaid.split(separator: "\n").map(String.init)
    let names = WorkflowDraft.hostileNames.map(DotTests.drawn)
    #expect(lines[0] == "---")
    #expect(
      lines[1] == #"title: "\U00000022\U0000005D evil \U0000005Blabel\U0000003D\U00000022, strict""#
    )
    #expect(lines[2...3] == ["---", "flowchart LR"])
    let statuses = lines.filter { $0.hasPrefix("    s") }
    #expect(statuses.map { Self.shown($0)[0] } == names)
    #expect(
      lines.filter { $0.hasPrefix("  subgraph") }.map { Self.shown($0)[0] } == [names[1], names[8]])
    let gated = lines.filter { $0.contains("|") }
    #expect(gated.map(Self.shown) == [names])
    #expect(lines.count == 4 + names.count + 2 * 2 + names.count - 1)
  }

  @Test func `nothing but letters, digits, blanks and entities stands in a text`() throws {
    for line in try Given.workflow(.hostile).mermaid.split(separator: "\n").dropFirst(4) {
      let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
      #expect(parts.count == 1 || parts.count == 3, "\(line)")
      guard parts.count == 3 else { continue }
      let text = parts[1].split(separator: "<br/>").joined()
      #expect(text.allSatisfy { !$0.isASCII || $0.isLetter || $0.isNumber || " ,#;".contains($0) })
    }
  }

  /// The lines that the text between the quotes of a line shows, its entities resolved.
  private static func shown(_ line: String) -> [String] {
    let parts = line.split(separator: "\"", omittingEmptySubsequences: false)
    guard parts.count == 3 else { return [] }
    return parts[1].split(separator: "<br/>", omittingEmptySubsequences: false).map { line in
      var pieces = line.split(separator: "#", omittingEmptySubsequences: false)[...]
      var text = String(pieces.removeFirst())
      for piece in pieces {
        let digits = piece.prefix { $0 != ";" }
        text.unicodeScalars.append(UInt32(digits).flatMap(Unicode.Scalar.init) ?? "?")
        text += piece.dropFirst(digits.count + 1)
      }
      return text
    }
  }
}
