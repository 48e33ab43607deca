import Testing

@testable import SluiceCLI

@Suite("A command line") struct ArgumentReaderTests {
  /// What was understood, in one line; or what was said instead.
  private func read(_ line: String) -> String {
    let arguments = line.split(separator: " ").map(String.init)
    do throws(Failure) {
      switch try ArgumentReader.read(arguments, table: .standard) {
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
  ]) func isUnderstood(line: String, meaning: String) {
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
    ("ticket", "2: sluice ticket needs a verb: list, show, create, transition."),
    ("ticket shw OPS-1", "2: sluice ticket has no verb “shw”. Did you mean “show”?"),
    (
      "ticket list --stauts New",
      "2: sluice ticket list has no option --stauts. Did you mean --status?"
    ),
    ("project list --search x", "2: sluice project list has no option --search."),
    ("ticket list --status", "2: --status needs a value."),
    ("ticket list --json=yes", "2: --json takes no value."),
    ("ticket list -x", "2: “-x” is not an option."),
    (
      "ticket show",
      "2: sluice ticket show needs TICKET: its key or id, or its number beside --project."
    ),
    ("ticket show OPS-1 OPS-2", "2: sluice ticket show does not take “OPS-2”."),
  ]) func isRefused(line: String, reason: String) {
    #expect(read(line) == reason)
  }
}
