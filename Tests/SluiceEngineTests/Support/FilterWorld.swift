import SluiceCore
import Testing

/// A project with tickets of every kind that filters can tell apart.
struct FilterWorld {
  let world: World
  let project: ProjectReference
  private(set) var random: SeededGenerator

  private static let titles = [
    "Login fails on Safari", "Logging is slow", "Fix café menu", "Internationalization of dates",
    "Über-handshake", "Two or more words",
  ]
  private static let texts = ["", "See the handshakes", "international login", "Rollback plan"]

  init(_ kind: EngineKind, seed: UInt64) throws {
    world = try World(kind)
    random = SeededGenerator(seed: seed)
    project = try world.project("OPS", .delivery)
    try world.apply(.createWorkflow(.bugTriage))
    for number in 1...40 { try addTicket(number) }
    try world.change("OPS-7", .delete)
    world.clock.advance(seconds: 3 * 86_400)
  }

  private mutating func addTicket(_ number: Int) throws {
    world.clock.advance(seconds: Int64.random(in: 0...86_400, using: &random))
    let isBound = number % 5 == 0
    if number == 20 {
      try world.apply(
        .editWorkflow(.name("Bug Triage"), WorkflowEdit(enforcement: "none")))
    }
    var draft = TicketDraft(
      title: any(Self.titles), description: any(Self.texts), priority: any(Priority.allCases),
      assignee: any([nil, "ann", "bo", "cy"]),
      labels: any([[], ["bug"], ["bug", "ui"], ["help wanted"]]))
    if Bool.random(using: &random) {
      draft.due = CalendarDay(
        daysSinceEpoch: TestClock().now.day.daysSinceEpoch + Int.random(in: -5...40, using: &random)
      )
    }
    if isBound { draft.workflow = .name("Bug Triage") }
    try world.ticket(project, draft)
    try live("OPS-\(number)")
  }

  /// A few steps of a ticket's life, as far as the rules let it go.
  private mutating func live(_ key: String) throws {
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let detail = try world.detail(key)
      let status = detail.state.ticket.status
      let changes: [TicketChange] =
        detail.workflow.transitions.filter { $0.from == status }.map {
          .move(to: detail.workflow.statusName($0.to))
        }
        + (detail.workflow.gateAhead(of: status).map { gate in
          gate.checklist.map { .tick(gate: gate.key, item: $0.key, isOn: true) }
            + [.acknowledge(gate: gate.key, isOn: true), .setValue(field: "size", text: "3")]
        } ?? [])
        + [.claim(agent: "claude"), .comment("hm")]
      world.clock.advance(seconds: 3_600)
      _ = try? world.engine.apply(
        .changeTicket(try world.reference(key), any(changes)), by: world.actor)
    }
  }

  private mutating func any<Value>(_ values: [Value]) -> Value {
    values[Int.random(in: 0..<values.count, using: &random)]
  }

  /// What is known of each ticket that is left.
  func subjects() throws -> [FilterSubject] {
    try (1...40).filter { $0 != 7 }.map { number in
      let detail = try world.detail("OPS-\(number)")
      return FilterSubject(detail.state, in: detail.workflow)
    }
  }
}
