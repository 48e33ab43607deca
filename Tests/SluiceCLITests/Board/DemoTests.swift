import Glibc
import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("sluice demo") struct DemoTests {
  @Test("Opens a made-up board in a folder of its own, which is gone afterwards")
  func demo() throws {
    let machine = Machine()
    machine.columns = 120
    machine.environment["XDG_RUNTIME_DIR"] = machine.folder.path
    machine.whileOpen = { opening in
      #expect(opening.remark == "demo, thrown away at the end")
      #expect(opening.place.hasPrefix("\(machine.folder.path)/sluice-demo-\(getpid())-"))
      #expect(access(opening.place, F_OK) == 0)
      guard case .board(let engine, let board) = opening.start else {
        Issue.record("no board")
        return
      }
      #expect(board.project.key.text == "REL")
      expectBoards(engine)
    }
    let run = machine.run("demo")
    #expect(run.exit == .done)
    #expect(run.messages.hasPrefix("This is a demo in \(machine.folder.path)/sluice-demo-"))
    let place = try #require(machine.boards.first?.place)
    #expect(access(place, F_OK) != 0)
    #expect(Files.names(in: machine.folder.path).isEmpty)
  }

  /// Three projects of three workflows, every status in use, and histories as long as they should be.
  private func expectBoards(_ engine: any Engine) {
    do {
      let projects = try engine.projects(PageRequest()).items
      #expect(projects.map(\.key.text) == ["REL", "WEB", "WF"])
      let boards = try projects.map { try engine.board(BoardQuery(project: .id($0.id))) }
      #expect(boards.map(\.workflow.name) == ["Delivery", "Default", "Bug Triage"])
      #expect((190...220).contains(boards.flatMap(\.columns).map(\.total).reduce(0, +)))
      for board in boards {
        for column in board.columns {
          #expect(column.total > 0, "\(board.workflow.statusName(column.status))")
          let limit = board.workflow.status(column.status)?.wipLimit
          #expect(column.total <= limit ?? .max)
        }
      }
      let key = try #require(boards[0].columns[2].window.cards.first?.key)
      let history = try engine.history(of: .key(key), PageRequest()).items
      #expect(history.contains { $0.body.kind == .ticketMoved })
      #expect(history.map(\.at) == history.map(\.at).sorted(by: >))
    } catch {
      Issue.record(error)
    }
  }

  @Test("A terminal that cannot show it is told before anything is made")
  func noScreen() {
    let machine = Machine()
    machine.columns = 80
    machine.environment["XDG_RUNTIME_DIR"] = machine.folder.path
    machine.screenProblem = "It prints on paper."
    let run = machine.run("demo")
    #expect(
      run == Machine.Run(exit: .unavailable, output: "", messages: "sluice: It prints on paper.\n"))
    #expect(machine.boards.isEmpty)
    #expect(Files.names(in: machine.folder.path).isEmpty)
  }

  @Test("Has a database of its own, and the projects that its help names")
  func options() {
    let machine = Machine()
    machine.columns = 80
    #expect(
      machine.run("demo --db a.db").messages == """
        sluice: sluice demo has no option --db.
          next: sluice demo --help

        """)
    #expect(!machine.run("demo --help").output.contains("--db"))
    for example in Verb.demo.examples {
      #expect(
        machine.run(arguments: example.split(separator: " ").dropFirst().map(String.init)).exit
          == .done)
    }
    #expect(machine.boards.count == Verb.demo.examples.count)
    let run = machine.run("demo --project APP")
    #expect(run.messages.hasSuffix("  next: There are REL, WEB, WF.\n  run:  sluice demo\n"))
  }

  @Test("Deletes what a killed demo left, and nothing else")
  func abandoned() throws {
    let folder = TemporaryFolder()
    for name in ["sluice-demo-99999999-a", "sluice-demo-\(getpid())-b", "sluice-demo-x", "other"] {
      mkdir("\(folder.path)/\(name)", 0o700)
      _ = folder.write("x", to: "\(name)/demo.db")
    }
    let demo = try DemoDatabase.make(in: ["/nowhere", folder.path])
    demo.remove()
    #expect(
      Files.names(in: folder.path).sorted() == [
        "other", "sluice-demo-\(getpid())-b", "sluice-demo-x",
      ])
  }

  @Test("Leaves a demo alone that lives in another container, where its process has another number")
  func otherContainer() throws {
    let folder = TemporaryFolder()
    mkdir("\(folder.path)/sluice-demo-99999999-a", 0o700)
    let lock = try #require(Files.lockFolder("\(folder.path)/sluice-demo-99999999-a"))
    try DemoDatabase.make(in: [folder.path]).remove()
    #expect(Files.names(in: folder.path) == ["sluice-demo-99999999-a"])
    close(lock)
    try DemoDatabase.make(in: [folder.path]).remove()
    #expect(Files.names(in: folder.path).isEmpty)
  }

  @Test("Is locked while it lives")
  func locked() throws {
    let folder = TemporaryFolder()
    let demo = try DemoDatabase.make(in: [folder.path])
    #expect(Files.lockFolder(demo.folder) == nil)
    demo.remove()
    #expect(Files.names(in: folder.path).isEmpty)
  }
}
