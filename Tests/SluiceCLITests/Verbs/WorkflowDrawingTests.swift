import Testing

@testable import SluiceCLI

@Suite("sluice workflow show --as") struct WorkflowDrawingTests {
  @Test("The map has stages below one another and gates on their borders")
  func map() {
    #expect(
      Machine().run("workflow show Delivery --as text").output == """
        Delivery, strict: no other move is allowed

        Shape ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Idea       backlog, the start
            → Ready
            → Dropped
          Ready      todo
            ← Idea
            → Building  ╫ Ready to build
            → Dropped

          ╫ Ready to build: Shape → Build
          ╫   tick “The goal is written down”
          ╫   tick “It fits into a week”
          ╫   fill “Size in days”

        Build ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Building   in_progress, at most 5
            ← Ready
            → Blocked
            → Reviewing  ╫ Ready to check
          Blocked    in_progress, at most 4
            ← Building
            → Dropped

          ╫ Ready to check: Build → Check
          ╫   tick “Tests cover the change”
          ╫   tick “Changelog entry written”
          ╫   accept “I ran it on staging.”
          ╫   fill “Root cause”

        Check ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Reviewing  in_review, at most 4
            ← Building
            → Staging
          Staging    in_review
            ← Building
            → Released  ╫ Release

          ╫ Release: Check → Live
          ╫   tick “Reviewed by a second person”
          ╫   accept “I watched the dashboards for an hour.”
          ╫   fill “Risk”
          ╫   fill “Release date”

        Live ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Released   done, the end

        Dropped ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Dropped    cancelled, the end

        """)
  }

  @Test("Without stages of its own a workflow is drawn by category")
  func guide() {
    #expect(
      Machine().run("workflow show", "Bug Triage", "--as=text").output == """
        Bug Triage, strict: no other move is allowed

        Backlog ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          New        backlog, the start
            → Triaged
            → WontFix

        Todo ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Triaged    todo
            → Fixing
            → WontFix

        In progress ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Fixing     in_progress
            ← Triaged
            → Verifying

        In review ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Verifying  in_review
            ← Fixing
            → Closed

        Done ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          Closed     done, the end

        Cancelled ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          WontFix    cancelled, the end

        """)
  }

  @Test("Where any move passes there are no arrows and no ends")
  func none() {
    let lines = Machine().run("workflow show Default --as text").output.split(separator: "\n")
    #expect(lines[0] == "Default, none: any move is allowed")
    #expect(lines[2] == "  Backlog     backlog, the start")
    #expect(lines.count == 13)
  }

  private static let wide = """
    {"name": "幅広い流れ", "enforcement": "warn",
     "statuses": [{"name": "受付", "category": "backlog"},
                  {"name": "A name of a status that is longer than its column", "category": "in_progress", "wip_limit": 3},
                  {"name": "完了", "category": "done"}],
     "transitions": [{"from": "受付", "to": "A name of a status that is longer than its column"},
                     {"from": "A name of a status that is longer than its column", "to": "完了"},
                     {"from": "完了", "to": "受付"}],
     "stages": [{"key": "a", "name": "計画", "statuses": ["受付"]},
                {"key": "b", "name": "作業", "statuses": ["A name of a status that is longer than its column"], "agent_required": true},
                {"key": "c", "name": "終わり", "statuses": ["完了"]}],
     "gates": [{"key": "g", "name": "確認", "from": "a", "to": "c", "acknowledgment": "はい",
                "checklist": [{"key": "i", "text": "文字化けがないことを確認した人が二人いる\\nand the second line"}]},
               {"key": "r", "name": "\\u001b[31mReopen", "from": "c", "to": "a", "acknowledgment": "Sorry."}]}
    """

  @Test("Wide characters count twice, long texts wrap, and nothing acts on the terminal")
  func hostile() {
    let machine = Machine()
    machine.columns = 40
    let file = machine.folder.write(Self.wide, to: "wide.json")
    machine.run("workflow create --file \(file)")
    #expect(
      machine.run("workflow show 幅広い流れ --as text").output == """
        幅広い流れ, warn: other moves are
        allowed with a warning

        計画 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          受付                      backlog,
              the start
            → A name of a status that is
              longer than its column

          ╫ ␛[31mReopen: 終わり → 計画
          ╫   accept “Sorry.”

        作業 (assistant required) ━━━━━━━━━━━━━━
          A name of a status that is longer
              than its column  in_progress, at
              most 3
            → 完了

          ╫ 確認: 計画 → 終わり
          ╫   tick
          ╫     “文字化けがないことを確認した人
          ╫     が二人いる
          ╫     and the second line”
          ╫   accept “はい”

        終わり ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━
          完了                      done
            ← 受付  ╫ ␛[31mReopen

        """)
    #expect(!machine.run("workflow show 幅広い流れ --as dot").output.contains("\u{1B}"))
    #expect(!machine.run("workflow show 幅広い流れ --as mermaid").output.contains("\u{1B}"))
  }

  @Test("A graph and a flowchart are printed as they are")
  func languages() {
    let machine = Machine()
    let dot = machine.run("workflow show Delivery --as dot").output
    #expect(dot.hasPrefix("digraph \"Delivery\" {\n  label=\"Delivery, strict\";\n"))
    #expect(dot.hasSuffix("  \"Staging\" -> \"Building\";\n}\n"))
    let mermaid = machine.run("workflow get delivery --as mermaid").output
    #expect(mermaid.hasPrefix("---\ntitle: \"Delivery, strict\"\n---\nflowchart LR\n"))
    #expect(mermaid.hasSuffix("\n  s6 --> s3\n"))
  }

  @Test("Only a language that is known, and not beside JSON")
  func refusals() {
    let machine = Machine()
    #expect(
      machine.run("workflow show Delivery --as svg").messages == """
        sluice: --as needs one of text, dot, mermaid, not “svg”.
          next: sluice workflow show --help

        """)
    #expect(machine.run("workflow show Delivery --as svg").exit == .usage)
    #expect(machine.run("workflow show Delivery --as dot --json").exit == .usage)
    #expect(machine.run("workflow show Nothing --as dot").exit == .notFound)
  }
}
