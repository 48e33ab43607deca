import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("undo and redo, further on") struct UndoFurtherTests {
  @Test("Take back and make again what was done last, on several tickets")
  func several() {
    let machine = Machine.withTicket()
    machine.run("ticket create Second")
    machine.run("ticket transition WF-1 --to-status Triaged")
    machine.run("ticket transition WF-2 --to-status WontFix")
    let first = { (line: String) in machine.run(line).output.split(separator: "\n").first }
    #expect(first("undo") == "WF-2: the last change is taken back, WontFix → New.")
    #expect(first("undo") == "WF-1: the last change is taken back, Triaged → New.")
    #expect(first("redo") == "WF-1: the last change is made again, New → Triaged.")
    #expect(first("redo") == "WF-2: the last change is made again, New → WontFix.")
    #expect(machine.run("redo").exit == .refused)
  }

  @Test("Speak for an agent with --agent-id, and for nobody else's")
  func agents() {
    let machine = Machine.withTicket()
    machine.run("ticket transition WF-1 --to-status Triaged")
    machine.run("work-item claim WF-1 --agent-id bot")
    #expect(
      machine.run("undo WF-1 --agent-id ant")
        == Machine.Run(
          exit: .conflict, output: "",
          messages: """
            sluice: The last change of WF-1 was made by bot; who made a change takes it back.
              next: Ask bot, or change it as you want it to be.
              run:  sluice ticket history WF-1

            """))
    #expect(
      machine.run("undo --agent-id bot").output.hasPrefix(
        "WF-1: the last change is taken back, Fixing → Triaged.\n"))
    #expect(machine.run("redo --agent-id bot").exit == .done)
    #expect(
      machine.run("undo WF-1").output.hasPrefix(
        "WF-1: the last change is taken back, Fixing → Triaged.\n"))
  }

  @Test("Say where a ticket comes back to that cannot come back to where it was")
  func elsewhere() {
    let machine = Machine.withTicket()
    machine.run("ticket delete WF-1 --yes")
    machine.run("project update WF --workflow-id Default --map-suggested")
    let run = machine.run("undo WF-1")
    #expect(run.exit == .done)
    #expect(
      run.messages
        == "warning: WF-1 was in New of “Bug Triage” and comes back in Backlog of “Default”.\n")
  }
}
