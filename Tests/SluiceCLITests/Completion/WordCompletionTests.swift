import Testing

@testable import SluiceCLI

@Suite("Completion of a line's own words") struct WordCompletionTests {
  @Test(
    "Offers what the table has, without a database",
    arguments: [
      ("t", ["ticket", "triage"]),
      ("project ", ["list", "show", "create", "update", "delete"]),
      ("ticket transi", ["transition", "transitions"]),
      ("help ti", ["ticket"]), ("help ticket sh", ["show"]),
      ("ticket list --st", ["--status"]),
      ("ticket list --priority ", ["urgent", "high", "medium", "low"]),
      ("ticket list --prio H", ["high"]),
      ("ticket list --priority=u", ["--priority=urgent"]),
      ("--json ticket list --pri", ["--priority"]),
      ("completion ", ["bash", "zsh", "fish"]),
      ("--them", ["--theme"]), ("--vers", ["--version"]),
      ("ticket list --assignee ", ["me", "none"]),
      ("project create --workflow ", ["Bug Triage", "Default", "Delivery"]),
    ]) func words(line: String, offers: [String])
  {
    #expect(Machine().offers(line).sorted() == offers.sorted())
  }

  @Test("Says what each word is")
  func meanings() {
    #expect(
      Machine().answers("ticket sh") == [
        "show\tShows a ticket with its gates, its moves and the newest com…"
      ])
    #expect(Machine().answers("lab") == ["label\tlist, add, remove"])
  }

  @Test(
    "Where no operand is left, options are offered; after -- only operands",
    arguments: [
      ("project list ", "--limit", true), ("project list x", "--limit", false),
      ("project list -- ", "--limit", false), ("ticket show -- --", "--json", false),
    ]) func options(line: String, option: String, isOffered: Bool)
  {
    #expect(Machine().offers(line).contains(option) == isOffered)
  }

  @Test(
    "Files are the shell's to complete",
    arguments: [
      "import csv ", "workflow create --file ", "workflow create --file=a", "--db ",
    ]) func files(line: String)
  {
    #expect(Machine().answers(line) == ["\tfiles"])
  }

  @Test(
    "Of what is not understood, or not there, nothing is said",
    arguments: [
      "tickt ", "ticket list -x --p", "ticket list --json=1 ", "ticket show ",
      "ticket create --title ", "ticket list --db /nowhere/a.db -p ", "ticket list --db= -p ",
      "complete --b", "compl",
    ]) func nothing(line: String)
  {
    let machine = Machine()
    let offers = machine.offers(line).filter { $0 != "completion" && $0 != "--bash" }
    #expect(offers == [])
    #expect(Files.names(in: machine.folder.path).isEmpty)
  }

  @Test("Is for scripts, and not among the verbs")
  func hidden() {
    #expect(!Machine().run("help").output.contains("sluice complete "))
    #expect(!Machine().offers("").contains("complete"))
    #expect(Machine().run("complete") == Machine.Run(exit: .done, output: "", messages: ""))
  }
}
