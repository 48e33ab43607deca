import Testing

@testable import SluiceCLI

@Suite("sluice comment and label") struct CommentTests {
  @Test("Comments are added and listed, newest first")
  func comments() {
    let machine = Machine.withTeamwork()
    #expect(
      machine.run("comment list OPS-1")
        == .done("", noting: "No comments."))
    #expect(
      machine.run("comment add OPS-1", "Seen here\ntoo.")
        == .done("Commented on OPS-1."))
    #expect(
      machine.run("comment add OPS-1 --dry-run", "Never mind.")
        == .done("Dry run: Commented on OPS-1."))
    #expect(
      machine.run("comment list OPS-1")
        == .done(
          """
          ana, 2026-03-09T14:05:00Z
            Seen here
            too.
          """))
    #expect(
      machine.run("comment list OPS-1 --json")
        == .done(
          """
          {
            "has_more": false,
            "items": [
              {
                "author": "ana",
                "created_at": "2026-03-09T14:05:00Z",
                "text": "Seen here\\ntoo."
              }
            ],
            "next_cursor": null
          }
          """))
    #expect(
      machine.run("comment add OPS-1", "")
        == .failed(
          .refused,
          """
          sluice: A comment needs some text.
            next: Correct the value and try again; nothing was changed.
          """))
    #expect(
      machine.run("comment add OPS-1")
        == .failed(
          .usage,
          """
          sluice: sluice comment add needs TEXT: Markdown; “-” reads the standard input.
            next: sluice comment add --help
          """))
    #expect(
      machine.run("comment add OPS-9 Hello")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “OPS-9”.
            next: Project OPS has tickets up to OPS-3.
            run:  sluice ticket list --project OPS
          """))
  }

  @Test("Labels are added, listed and removed")
  func labels() {
    let machine = Machine.withTeamwork()
    #expect(
      machine.run("label list -p OPS")
        == .done("", noting: "No labels."))
    #expect(
      machine.run("label add auth OPS-1")
        == .done("Added auth to OPS-1."))
    #expect(
      machine.run("label add auth OPS-1")
        == .done("OPS-1 has the label auth already."))
    #expect(
      machine.run("label add", "needs info", "OPS-1", "OPS-3")
        == .done(
          """
          OPS-1  Backlog
          OPS-3  Backlog
          """, noting: "2 of 2 tickets changed."))
    #expect(
      machine.run("label list -p OPS")
        == .done(
          """
          auth
          needs info
          """))
    #expect(
      machine.run("label list -p OPS --json")
        == .done(
          """
          {
            "has_more": false,
            "items": [
              "auth",
              "needs info"
            ]
          }
          """))
    #expect(
      machine.run("label remove auth OPS-1")
        == .done("Removed auth from OPS-1."))
    #expect(
      machine.run("label remove auth OPS-1")
        == .done("OPS-1 has no label auth."))
    #expect(
      machine.run("label add auth")
        == .failed(
          .usage,
          """
          sluice: sluice label add needs a ticket, or --where with a filter.
            next: sluice label add --help
          """))
    #expect(
      machine.run("label add auth OPS-9")
        == .failed(
          .notFound,
          """
          sluice: There is no ticket “OPS-9”.
            next: Project OPS has tickets up to OPS-3.
            run:  sluice ticket list --project OPS
          """))
  }
}
