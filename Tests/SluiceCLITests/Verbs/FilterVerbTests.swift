import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("sluice ticket list --filter") struct FilterVerbTests {
  private func machine() -> Machine {
    let machine = Machine.withTicket()
    machine.run("ticket create --priority high --label auth --assignee ana", "Fix login")
    machine.run("ticket create --due 2026-03-01", "Renew the certificate")
    return machine
  }

  private func keys(_ machine: Machine, _ filter: String) -> [String] {
    machine.run("ticket list --filter", filter).output.split(separator: "\n").dropFirst()
      .map { String($0.prefix { $0 != " " }) }
  }

  @Test func `A filter finds what it says`() {
    let machine = machine()
    #expect(keys(machine, "assignee:me or is:overdue") == ["WF-3", "WF-2"])
    #expect(keys(machine, "-(assignee:me or is:overdue)") == ["WF-1"])
    #expect(keys(machine, "priority>=high label:auth age<1d") == ["WF-2", "WF-1"])
    #expect(keys(machine, "login status:new gate:blocked") == [])
  }

  @Test func `It narrows down what other options ask for`() {
    let machine = machine()
    let both = machine.run("ticket list --priority high --filter", "-label:auth")
    #expect(both.messages == "No tickets.\n")
  }

  @Test func `Its faults are marked where they are`() {
    #expect(
      machine().run("ticket list --filter", "is:lat (文字 or age>3")
        == .failed(
          .usage,
          """
          sluice: The filter has 3 faults.
            is:lat (文字 or age>3
               ^^^ Expected mine, claimed, overdue, open or closed, found “lat”.
                   ^ Expected a closing parenthesis for this one.
                                ^ Expected a unit behind 3: m, h, d, w, mo or y, as in 3d.
            next: sluice ticket list --help
          """))
    let json = machine().run("ticket list --json --filter", "label:")
    #expect(json.messages.contains("\"from\": 0"))
    #expect(json.messages.contains("\"message\": \"Expected a label behind “label:”.\""))
  }

  @Test func `Views are kept, named in filters, listed and let go`() {
    let machine = machine()
    #expect(
      machine.run("view save mine", "is:mine -is:closed").output == "Saved view mine.\n")
    #expect(machine.run("view save mine -p OPS", "label:x").output == "Saved view mine of OPS.\n")
    #expect(keys(machine, "view:mine") == ["WF-2"])
    #expect(keys(machine, "-view:mine") == ["WF-3", "WF-1"])
    #expect(
      machine.run("view list").output == """
        NAME  BOARD  FILTER
        mine  all    is:mine -is:closed
        mine  OPS    label:x

        """)
    #expect(machine.run("view delete mine").output == "Deleted view mine.\n")
    #expect(
      machine.run("ticket list --filter", "view:mine")
        == .failed(
          .usage,
          """
          sluice: The filter has a fault.
            view:mine
            ^^^^^^^^^ There is no saved view “mine”.
            next: sluice ticket list --help
          """))
    #expect(machine.run("view delete mine").exit == .notFound)
  }

  @Test func `A view that would mean nothing is not kept`() {
    let machine = machine()
    #expect(machine.run("view save", "x", "age>soon").exit == .usage)
    #expect(machine.run("view save", "x", " ").exit == .usage)
    #expect(machine.run("view save", " ", "login").exit == .usage)
    #expect(machine.run("view save", "x", "view:x").exit == .usage)
    #expect(machine.run("view list").messages == "No views.\n")
  }

  @Test func `What nobody is in is a fault, and negated takes no ticket`() {
    let machine = machine()
    #expect(
      machine.run("ticket delete --dry-run --where", "-status:Backlgo")
        == .failed(
          .usage,
          """
          sluice: The filter has a fault.
            -status:Backlgo
             ^^^^^^^^^^^^^^ There is no status “Backlgo”. Did you mean “Backlog”?
            next: sluice ticket delete --help
          """))
    #expect(machine.run("ticket list --filter", "stage:nowhere").exit == .usage)
  }

  @Test func `A view of which another is gone takes no ticket`() {
    let machine = machine()
    machine.run("view save gone", "login")
    machine.run("view save -- rest", "-view:gone")
    machine.run("view delete gone")
    #expect(
      machine.run("ticket delete --dry-run --where", "view:rest")
        == .failed(
          .usage,
          """
          sluice: The filter has a fault.
            view:rest
            ^^^^^^^^^ The saved view “gone”, which “rest” names, is missing or cannot be read.
            next: sluice ticket delete --help
          """))
    machine.run("view save a", "login")
    machine.run("view save b", "view:a")
    #expect(machine.run("view save a", "view:b").exit == .usage)
    machine.whileOpen = { opening in
      #expect(opening.saveView(.init(name: "a", text: "-view:b")) != nil)
    }
    machine.columns = 80
    machine.run("")
  }

  @Test func `A project's own view is known by its key in any case`() {
    let machine = machine()
    machine.run("view save own -p WF", "label:auth")
    #expect(keys(machine, "view:own") == ["WF-2", "WF-1"])
    #expect(machine.run("ticket list -p wf --filter", "view:own").output.contains("WF-2"))
  }

  @Test func `A file of views is read only for a view, and its fault has a place`() {
    let machine = machine()
    machine.run("view save own", "label:auth")
    _ = machine.folder.write(
      "{\"views\": [\n{\"name\": \"own\"}]}", to: ".config/sluice/views.json")
    #expect(keys(machine, "label:auth") == ["WF-2", "WF-1"])
    let failed = machine.run("ticket list --filter", "view:own")
    #expect(failed.exit == .configuration)
    #expect(failed.messages.contains("line 2, column 1: A view needs “filter”."))
  }

  @Test func `A filter that begins with a minus is pointed behind two`() {
    #expect(
      machine().run("view save x -is:mine").messages.contains(
        "“-is:mine” is not an option. Behind “--” it would be taken as it stands."))
  }

  @Test func `The board is opened with the views and keeps new ones`() {
    let machine = machine()
    machine.columns = 80
    machine.run("view save hot", "priority>=high")
    machine.whileOpen = { opening in
      _ = opening.saveView(.init(name: "cold", text: "priority:low"))
    }
    machine.run("")
    #expect(machine.boards.last?.views.all.map(\.name) == ["hot"])
    #expect(machine.run("view list --json").output.contains("\"cold\""))
  }
}
