import SluiceCore
import Testing

@testable import SluiceCLI

@Suite("sluice event list --follow, from one look to the next") struct FollowingTests {
  private static let table = VerbTable([
    Verb(
      words: ["news"], summary: "Tells news.", examples: ["sluice news"],
      run: { session throws(Failure) in
        let query = EventQuery(kinds: [.commented])
        let place = try session.tellNews(query, beyond: 1, in: try session.engine())
        try session.print("looked up to \(place)")
      })
  ])

  @Test("Looks only once at what is not asked for")
  func place() {
    let machine = Machine()
    machine.run("project create --key OPS --name Operations")
    machine.run("ticket create Login -p OPS")
    for status in ["Todo", "InProgress"] {
      machine.run("ticket transition OPS-1 --to-status \(status)")
    }
    #expect(machine.run(arguments: ["news"], table: Self.table) == .done("looked up to 4"))
    machine.run("comment add OPS-1 Seen")
    machine.run("ticket transition OPS-1 --to-status Done")
    #expect(
      machine.run(arguments: ["news"], table: Self.table)
        == .done(
          """
          2026-03-09T14:05:00Z  OPS-1  ana  comment.added  – → Seen
          looked up to 6
          """))
  }
}
