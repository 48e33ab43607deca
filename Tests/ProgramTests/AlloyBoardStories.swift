import AlloyGuideServer
import Testing

extension ProgramTests {
  /// The board on a server that speaks Alloy's guide and no more.
  @Suite struct AlloyBoardStories {
    private static let screen = """
       Sluice  WF Workflow Demo Project   Bug Triage · strict        ● live  guide-wf
       Backlog ━━━━━━━━━━━━━━━━━  Todo ━━━━━━━━━━━━━━━━━━━━  In progress ━━━━ 3 more ▸
       New                     2│ Triaged                 1│ Fixing                  1
      ──────────────────────────┼──────────────────────────┼──────────────────────────
      ▌WF-4 ▲High            now│ WF-2 ▲High            now│ WF-3 ▲High            now
      ▌Old icons                │ Retry webhooks           │ Slow search
       WF-1 ▲High            now│                          │
       Fix login timeout        │                          │
                                │                          │
                                │                          │
                                │                          │
                                │                          │
                                │                          │
                                │                          │
                                │                          │
      ━ WF-4 Old icons ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━  Ticket [Moves] Gate ━━
       1 → Triaged
       2 → WontFix
       ·   Fixing     not from New: via Triaged → Fixing
       ·   Verifying  not from New: via Triaged → Fixing → Verifying
       ·   Closed     not from New: via Triaged → Fixing → Verifying → Closed


       hjkl go  1-9 move  n new  / filter  t triage  ? help  : cmd  enter open
      """

    private func board(_ server: AlloyGuideServer, at place: Workplace) throws -> TerminalSession {
      try TerminalSession(
        [Program.path, "--server", server.address],
        environment: place.environment.merging(["SLUICE_TOKEN": "guide-token"]) { $1 })
    }

    @Test func `The board shows stages by category and no gates, and moves by the guide's rules`()
      throws
    {
      let server = try AlloyGuideServer()
      server.useBugTriage()
      server.add([
        ("Fix login timeout", "New"), ("Retry webhooks", "Triaged"), ("Slow search", "Fixing"),
        ("Old icons", "New"),
      ])
      let place = try Workplace()
      let board = try board(server, at: place)
      try board.see("WF-4", "Old icons", "Moves", "1 → Triaged", "● live")
      board.settle()
      #expect(board.emulator.text == Self.screen)

      board.type("1")
      try board.see("WF-4 → Triaged")
      #expect(server.status(of: 4) == "Triaged")
      server.move(1, to: "WontFix")
      board.type("r")
      try board.see("New 0")
      board.type("q")
      #expect(try board.end() == .exited(0))
      board.expectRestored()
    }

    @Test(arguments: [
      ("c", "comments"), ("a", "assignees"), ("#", "labels"), ("d", "due dates"),
      ("D", "way to delete a ticket"), ("u", "way to take a change back"),
    ])
    func `What the guide does not know is said before anything is typed`(
      key: String, what: String
    ) throws {
      let server = try AlloyGuideServer()
      server.add([("Fix login timeout", "Backlog")])
      let board = try board(server, at: try Workplace())
      try board.see("WF-1", "● live")
      board.type(key)
      try board.see("This server speaks only Alloy's guide, which knows no \(what).")
      board.type("q")
      #expect(try board.end() == .exited(0))
    }

    @Test func `Verbs work as far as the guide goes`() throws {
      let server = try AlloyGuideServer()
      server.add([("Fix login timeout", "Backlog")])
      let place = try Workplace()
      func run(_ arguments: String...) throws -> Program.Outcome {
        try Program.run(
          [Program.path, "--server", server.address] + arguments,
          environment: place.environment.merging(["SLUICE_TOKEN": "guide-token"]) { $1 })
      }
      let list = try run("ticket", "list", "--project", "WF")
      #expect(list.status == .exited(0), "\(list.messages)")
      #expect(list.output.contains("WF-1"))
      let move = try run("ticket", "transition", "WF-1", "--to-status", "Done")
      #expect(move.status == .exited(0), "\(move.messages)")
      #expect(server.status(of: 1) == "Done")
      let remark = try run("comment", "add", "WF-1", "Seen.")
      #expect(remark.status == .exited(6))
      #expect(
        remark.messages.hasPrefix(
          "sluice: This server speaks only Alloy's guide, which knows no comments.\n"))
    }
  }
}
