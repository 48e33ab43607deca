import SluiceAPI
import SluiceCore
import Testing

@Suite struct NeedTests {
  private static let ops = ProjectReference.id(.make())
  private static let ticket = TicketReference.id(.make())
  private static let draft = WorkflowDraft.standard

  private static let cases: [(Change, [Need])] = [
    (.renameOrganization("Acme"), [Need(.owner, in: .organization)]),
    (.createWorkflow(draft), [Need(.admin, in: .organization)]),
    (.deleteWorkflow(.name("Bugs")), [Need(.admin, in: .organization)]),
    (
      .adding(draft, .editProject(ops, ProjectEdit(name: "Ops"))),
      [Need(.admin, in: .organization), Need(.member, in: .project(ops))]
    ),
    (.createProject(ProjectDraft(key: "A", name: "A")), [Need(.member, in: .organization)]),
    (.deleteProject(ops), [Need(.admin, in: .project(ops))]),
    (.createTicket(ops, TicketDraft(title: "x")), [Need(.reporter, in: .project(ops))]),
    (
      .createTicket(ops, TicketDraft(title: "x", status: "Done")),
      [Need(.member, in: .project(ops))]
    ),
    (.changeTicket(ticket, .comment("x")), [Need(.reporter, in: .ticket(ticket))]),
    (.changeTicket(ticket, .move(to: "Done")), [Need(.member, in: .ticket(ticket))]),
    (
      .changeTickets(.list([ticket]), .delete),
      [Need(.member, in: .ticket(ticket))]
    ),
    (
      .changeTickets(.query(TicketQuery(project: ops)), .comment("x")),
      [Need(.reporter, in: .project(ops))]
    ),
    (.importTickets(ops, []), [Need(.member, in: .project(ops))]),
    (.deleteProvider(.name("p")), [Need(.owner, in: .server)]),
    (.undo(.ticket(ticket)), [Need(.reporter, in: .ticket(ticket))]),
    (.redo(.mine), [Need(.member, in: .organization)]),
    (.undo(.change(7)), [Need(.member, in: .organization)]),
  ]

  @Test(arguments: cases) func `Every change asks for its role`(change: Change, needs: [Need]) {
    #expect(change.needs == needs)
  }
}
