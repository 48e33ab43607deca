import Testing

@testable import SluiceCLI

@Suite("A command line") struct ArgumentReaderTests {
  /// What was understood, in one line; or what was said instead.
  private func read(_ line: String, in table: VerbTable = .standard) -> String {
    do throws(Failure) {
      switch try ArgumentReader.read(words(line), table: table) {
      case .version: return "version"
      case .help(let words): return "help" + words.map { " " + $0 }.joined()
      case .run(let invocation):
        let options = invocation.values.sorted { $0.key < $1.key }.map { name, values in
          "\(name)=\(values.joined(separator: "|"))"
        }
        return ([invocation.verb.name] + invocation.operands + options).joined(separator: " ")
      }
    } catch {
      return "\(error.exit.rawValue): \(error.message)"
    }
  }

  private func words(_ line: String) -> [String] {
    line.split(separator: " ").map(String.init)
  }

  @Test(
    "A line of the board's own options needs no other verbs and means the same with all of them",
    arguments: [
      "", "--db a.db", "--db=a.db", "--db a.db --project OPS", "--project=OPS --db a.db --db b.db",
      "--db --json", "--theme dark --db x", "--db=", "--project no-key", "--db help",
    ]) func isReadWithTheBoardAlone(line: String) throws
  {
    let board = try #require(VerbTable.sufficient(for: words(line)))
    #expect(board.verbs.count == 1)
    #expect(read(line, in: board) == read(line))
  }

  @Test(arguments: [
    "--json", "--help", "-p OPS", "--pro OPS", "--db", "--db a.db list", "ticket", "--",
    "--version", "--db a.db --help", "--dbx=1", "--limit 5", "--db a.db --",
  ]) func needsAllVerbs(line: String) {
    #expect(VerbTable.sufficient(for: words(line))?.verbs.count == nil)
  }

  @Test(arguments: [
    ("", "sluice"),
    ("--db a.db --project OPS", "sluice db=a.db project=OPS"),
    ("ticket list --db a.db", "sluice ticket list db=a.db"),
    ("--db a.db ticket list", "sluice ticket list db=a.db"),
    ("ticket --db a.db list", "sluice ticket list db=a.db"),
    ("--json ticket show OPS-1", "sluice ticket show OPS-1 json="),
    ("ticket show --db=a.db OPS-1", "sluice ticket show OPS-1 db=a.db"),
    ("ticket show --db= OPS-1", "sluice ticket show OPS-1 db="),
    ("--to-status Done ticket transition OPS-1", "sluice ticket transition OPS-1 to-status=Done"),
    (
      "ticket transition OPS-1 --to-status --json",
      "sluice ticket transition OPS-1 to-status=--json"
    ),
    ("ticket create -- --odd", "sluice ticket create --odd"),
    ("import github -", "sluice import github -"),
    ("ticket list --label a --label b", "sluice ticket list label=a|b"),
    ("ticket get OPS-1", "sluice ticket show OPS-1"),
    ("workflow get Default", "sluice workflow show Default"),
    ("ticket list -p OPS -n 5", "sluice ticket list limit=5 project=OPS"),
    ("-pOPS ticket list -n5", "sluice ticket list limit=5 project=OPS"),
    ("ticket create --due 2026-03-09 One", "sluice ticket create One due=2026-03-09"),
  ]) func isUnderstood(line: String, meaning: String) {
    #expect(read(line) == meaning)
  }

  @Test(
    "An option may be cut short",
    arguments: [
      ("ticket list --proj OPS --js", "sluice ticket list json= project=OPS"),
      ("--proj=OPS ticket list", "sluice ticket list project=OPS"),
      // Other verbs have a --status of a different meaning, and a --search; this one has neither.
      ("project create --key OPS --n x", "sluice project create key=OPS name=x"),
      ("ticket list --s Todo --se x", "2: --s can mean --status, --search or --server."),
      ("ticket list --p OPS", "2: --p can mean --priority, --profile or --project."),
      ("--p OPS ticket list", "2: --p can mean --priority, --profile or --project."),
      ("--proj OPS project list", "sluice project list project=OPS"),
      ("--ope ticket list", "2: sluice ticket list has no option --open."),
      ("ticket list --st", "2: --status needs a value."),
      ("--vers", "version"), ("ticket list --he", "help ticket list"),
    ]) func abbreviation(line: String, meaning: String)
  {
    #expect(read(line) == meaning)
  }

  @Test(
    "Words of a fixed choice are taken in any case, and by their other names",
    arguments: [
      ("ticket create One --priority HIGH", "sluice ticket create One priority=high"),
      ("ticket create One --priority critical", "sluice ticket create One priority=urgent"),
      (
        "ticket create One --priority hgih",
        "2: --priority needs one of urgent, high, medium, low, not “hgih”. Did you mean “high”?"
      ),
      (
        "ticket create One --priority=",
        "2: --priority needs one of urgent, high, medium, low, not “”."
      ),
      ("ticket list --limit 501", "2: --limit needs a whole number from 1 to 500, not “501”."),
      (
        "ticket create One --due 2026-02-30",
        "2: --due needs a day as YYYY-MM-DD, today, tomorrow, fri, +3d or +2w, not “2026-02-30”."
      ),
    ]) func choice(line: String, meaning: String)
  {
    #expect(read(line) == meaning)
  }

  @Test(arguments: [
    ("--version", "version"), ("ticket list --version", "version"), ("-h", "help"),
    ("help ticket list", "help ticket list"), ("ticket list --help", "help ticket list"),
    ("ticket -h", "help ticket"),
  ]) func asksForHelpOrVersion(line: String, meaning: String) {
    #expect(read(line) == meaning)
  }

  @Test(arguments: [
    ("tickt list", "2: “tickt” is not something sluice can do. Did you mean “sluice ticket”?"),
    ("frobnicate", "2: “frobnicate” is not something sluice can do."),
    ("label", "2: sluice label needs a verb: list, add, remove."),
    ("ticket shw OPS-1", "2: sluice ticket has no verb “shw”. Did you mean “show”?"),
    (
      "ticket list --stauts New",
      "2: sluice ticket list has no option --stauts. Did you mean --status?"
    ),
    ("project list --search x", "2: sluice project list has no option --search."),
    ("ticket list --status", "2: --status needs a value."),
    ("ticket list --json=yes", "2: --json takes no value."),
    ("ticket list -x", "2: “-x” is not an option."),
    ("ticket list -n", "2: --limit needs a value."),
    (
      "ticket transition OPS-1",
      "2: sluice ticket transition needs --to-status NAME: where it should go."
    ),
    (
      "ticket show",
      "2: sluice ticket show needs TICKET: its key or id, or its number beside --project."
    ),
    ("ticket show OPS-1 OPS-2", "2: sluice ticket show does not take “OPS-2”."),
  ]) func isRefused(line: String, reason: String) {
    #expect(read(line) == reason)
  }
}
