import Glibc
import Testing

/// A home and a folder in which every example of the help can be run.
///
/// A verb whose examples need more is given it here.
struct ExampleWorld {
  let place: Workplace

  init() throws {
    place = try Workplace()
    for (name, text) in Self.files { _ = try place.write(text, to: name) }
    mkdir(place.folder + "/bin", 0o755)
    for (name, text) in Self.programs {
      _ = try place.write("#!/bin/sh\n\(text)\n", to: "bin/\(name)", mode: 0o755)
    }
    let outcome = try place.shell(Self.preparation)
    #expect(outcome.status == .exited(0), "\(outcome.messages)")
  }

  /// The same world in another place, so that examples do not meet each other's traces.
  func copy() throws -> Workplace {
    let copy = try Workplace()
    let outcome = try copy.shell("cp -a '\(place.folder)/.' .")
    #expect(outcome.status == .exited(0), "\(outcome.messages)")
    return copy
  }

  /// Project `OPS` on Default, of which `OPS-42` waits for review, `WF` on Bug Triage, and `REL` on
  /// Delivery; no `WEB`.
  private static let preparation = """
    set -e
    mkdir -p ~/.local/share/bash-completion/completions ~/.zfunc ~/.config/fish/completions
    mkdir -p ~/.local/share/man/man1
    sluice project create --key OPS --name Operations
    sluice project create --key WF --name "Workflow Demo" --workflow "Bug Triage"
    { echo title,status,assignee,labels
      for number in $(seq 1 45); do echo "Ticket $number,Todo,ben,auth"; done; } > ops.csv
    sluice import csv ops.csv --project OPS
    sluice ticket transition OPS-42 --to-status InReview
    sluice ticket create --project WF "Fix login timeout"
    sluice project create --key REL --workflow Delivery
    sluice ticket create --project REL "Ship it"
    sluice ticket create --project REL "Ship it again"
    sluice ticket transition REL-2 --to-status Ready
    sluice ticket tick REL-2 shaped/goal
    sluice ticket claim OPS-40 --agent-id claude-1
    sluice project create --key OLD
    sluice workflow create --file ship-it.json --name Spare
    sluice provider create --name helper --type openai --config endpoint=http://127.0.0.1:9/v1
    sluice project create --key TEAM --name Team --db team.db
    sluice view save waiting "assignee:none"
    sluice profile set team --server https://board.example
    """

  private static let files = [
    "tickets.csv": "title,status\nFix login timeout,Todo\n",
    "jira.csv": "Key,Summary,State,Owner\nWEB-7,Fix login timeout,Todo,ben\n",
    "umsatz.csv": "Titel;status\nZahlung schlägt fehl;Todo\n",
    "issues.json": issues, "key.txt": "k-1", "config.txt": "model=small\n",
    "triage.json": """
    {"statuses": [{"name": "New", "category": "backlog"}, {"name": "Fixing", "category": "in_progress"},
                  {"name": "Closed", "category": "done"}],
     "transitions": [{"from": "New", "to": "Fixing"}, {"from": "Fixing", "to": "Closed"}]}
    """,
    "ship-it.json": """
    {"name": "Ship it",
     "statuses": [{"name": "New", "category": "backlog"}, {"name": "Gone", "category": "done"}]}
    """,
  ]

  private static let issues = """
    [{"number": 7, "title": "Fix login timeout", "state": "OPEN",
      "url": "https://github.com/acme/website/issues/7"}]
    """

  /// What examples call besides this program.
  private static let programs = [
    "gh": "cat issues.json", "git": "echo What is new", "man": "cat >/dev/null",
  ]
}
