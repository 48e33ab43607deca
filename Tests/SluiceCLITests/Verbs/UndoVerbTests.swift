import Testing

@testable import SluiceCLI

@Suite("sluice undo and redo") struct UndoVerbTests {
  @Test("Say what was taken back, and made again")
  func text() {
    let machine = Machine.withTeamwork()
    machine.run("ticket update OPS-1 --priority high --add-label auth")
    machine.run("ticket transition OPS-1 --to-status Done")
    #expect(
      machine.run("undo --dry-run")
        == .done("Dry run: OPS-1: the last change is taken back."))
    #expect(
      machine.run("undo")
        == .done(
          """
          OPS-1: the last change is taken back, Done → Backlog.
            ticket.moved  Backlog → Done
          """))
    #expect(
      machine.run("redo")
        == .done(
          """
          OPS-1: the last change is made again, Backlog → Done.
            ticket.moved  Backlog → Done
          """))
    #expect(
      machine.run("undo")
        == .done(
          """
          OPS-1: the last change is taken back, Done → Backlog.
            ticket.moved  Backlog → Done
          """))
    #expect(
      machine.run("undo OPS-1")
        == .done(
          """
          OPS-1: the last change is taken back.
            ticket.edited  priority  Medium → High
            label.added  auth
          """))
    #expect(
      machine.run("undo OPS-1")
        == .done(
          """
          OPS-1: the last change is taken back, Backlog → deleted.
            ticket.created  Rotate the keys  – → Backlog
          """))
    #expect(
      machine.run("ticket show OPS-1")
        == .failed(
          .notFound,
          """
          sluice: OPS-1 was deleted by ana, 2026-03-09T14:05:00Z.
            next: It can be brought back.
            run:  sluice redo OPS-1
          """))
    #expect(
      machine.run("redo OPS-1")
        == .done(
          """
          OPS-1: the last change is made again, deleted → Backlog.
            ticket.created  Rotate the keys  – → Backlog
          """))
  }

  @Test("Programs get key and version")
  func json() {
    let machine = Machine.withTeamwork()
    machine.run("ticket update OPS-1 --priority high")
    #expect(
      machine.run("undo OPS-1 --json")
        == .done(
          """
          {
            "deleted": false,
            "dry_run": false,
            "key": "OPS-1",
            "version": 3
          }
          """))
  }

  @Test("Refuse what cannot be taken back")
  func refusals() {
    let machine = Machine.withTeamwork()
    #expect(
      machine.run("redo OPS-1")
        == .failed(
          .refused,
          """
          sluice: There is nothing to make again.
            next: History shows what has happened.
            run:  sluice ticket history OPS-1
          """))
    #expect(
      machine.run("undo OPS-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “OPS-9”.
            next: Project OPS has tickets up to OPS-3.
            run:  sluice ticket list --project OPS
          """))
    #expect(
      machine.run("undo --change 1")
        == .failed(
          .refused,
          """
          sluice: A change of a project or a workflow cannot be taken back.
            next: Change it as you want it to be.
            run:  sluice event list --actor ana
          """))
    machine.run("ticket update OPS-1 --priority high")
    machine.name = "ben"
    #expect(
      machine.run("undo OPS-1")
        == .failed(
          .conflict,
          """
          sluice: The last change of OPS-1 was made by ana; who made a change takes it back.
            next: Ask ana, or change it as you want it to be.
            run:  sluice ticket history OPS-1
          """))
    #expect(
      machine.run("undo OPS-1 --json")
        == .failed(
          .conflict,
          """
          {
            "error": {
              "code": "CONFLICT",
              "details": {
                "author": "ana",
                "rule": "NOT_YOURS",
                "ticket": "OPS-1"
              },
              "message": "The last change of OPS-1 was made by ana; who made a change takes it back.",
              "next_command": "sluice ticket history OPS-1",
              "next_step": "Ask ana, or change it as you want it to be."
            }
          }
          """))
    #expect(
      machine.run("undo")
        == .failed(
          .refused,
          """
          sluice: There is nothing to take back.
            next: History shows what has happened.
            run:  sluice event list --actor ben
          """))
  }
}
