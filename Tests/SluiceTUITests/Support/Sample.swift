import Drawing
import SluiceCore

@testable import SluiceTUI

/// The board of the pictures: Bug Triage with a gate between Fixing and Verifying.
enum Sample {
  static let now = Timestamp(milliseconds: 1_773_000_000_000)
  static let project = Project(
    id: .make(), key: key, name: "Workflow Demo", createdAt: now, updatedAt: now)
  static let key = ProjectKey("WF") ?? fallback

  static let workflow: Workflow = {
    var draft = WorkflowDraft.bugTriage
    draft.statuses[2].wipLimit = 5
    draft.stages = [
      .init("intake", "Intake", ["New"]), .init("build", "Build", ["Triaged", "Fixing"]),
      .init("review", "Review", ["Verifying"]), .init("done", "Done", ["Closed", "WontFix"]),
    ]
    draft.gates = [
      Gate(
        key: "verify", name: "Ready to verify", from: "build", to: "review",
        checklist: [
          .init(key: "test", text: "Fix has a regression test"),
          .init(key: "second", text: "Reviewed by a second person"),
          .init(key: "changelog", text: "Changelog entry written"),
        ], requiredFields: ["root_cause"])
    ]
    draft.fields = [.init("root_cause", "Root cause", "text")]
    guard let workflow = try? draft.validated(id: .make(), at: now) else { fatalError("sample") }
    return workflow
  }()

  private static var fallback: ProjectKey { fatalError("sample") }

  /// A moment some hours before now.
  static func hoursAgo(_ hours: Int64) -> Timestamp {
    now.advanced(bySeconds: -3_600 * hours)
  }

  static func card(
    _ number: Int, _ status: Int, _ title: String, _ priority: Priority = .medium,
    _ assignee: String? = nil, _ labels: [String] = [], hours: Int64, met: Int = 0
  ) -> Card {
    Card(
      key: TicketKey(project: key, number: number), status: Status.ID(status), title: title,
      priority: priority, assignee: assignee, labels: labels, due: nil, enteredAt: hoursAgo(hours),
      metRequirements: met, version: 1)
  }

  static let cards: [[Card]] = [
    [
      card(131, 1, "Login page blank after upgrade", .high, hours: 2),
      card(130, 1, "Typo in welcome mail to new users", .medium, hours: 3),
      card(129, 1, "Dark mode icon inverted", .low, hours: 5),
    ],
    [
      card(118, 2, "Token refresh loops on clock skew", .urgent, "ben", ["auth"], hours: 26),
      card(112, 2, "Slow search with accents: é, ü, ø", .medium, "ana", ["search"], hours: 50),
    ],
    [
      card(42, 3, "Fix login timeout", .high, "ana", ["auth", "bug"], hours: 73, met: 2),
      card(77, 3, "文字化け in CSV export with BOM", .medium, "ben", ["export"], hours: 200),
      card(70, 3, "Payment webhook retried twice", .urgent, "cy", ["billing"], hours: 30, met: 1),
    ],
    [card(97, 4, "Export loses rows over 10 MB", .medium, "cy", ["data"], hours: 5)],
    [], [],
  ]

  static func board(totals: [Int] = [128, 12, 3, 1, 0, 0]) -> Board {
    let columns = zip(workflow.statuses, zip(cards, totals)).map { status, pair in
      Board.Column(
        status: status.id, count: .exactly(pair.1), total: pair.1,
        window: CardWindow(
          cards: pair.0, hasEarlier: false, hasLater: pair.1 > pair.0.count))
    }
    return Board(project: project, workflow: workflow, columns: columns, sequence: 1)
  }

  static func detail(of card: Card) -> TicketDetail {
    let ticket = Ticket(
      id: .make(), key: card.key, title: card.title,
      description: "Users report sessions expiring too early. See the trace in comment 2.",
      status: card.status, priority: card.priority, assignee: card.assignee, reporter: "dee",
      labels: card.labels, createdAt: hoursAgo(400), updatedAt: hoursAgo(1),
      enteredAt: card.enteredAt)
    let progress = GateProgress(
      marks: card.metRequirements < 2
        ? [:]
        : [
          .init(gate: "verify", item: "test"): .init(by: "ana", at: hoursAgo(2)),
          .init(gate: "verify", item: "second"): .init(by: "ben", at: hoursAgo(1)),
        ])
    return TicketDetail(
      state: TicketState(ticket: ticket, progress: progress), project: project,
      workflow: workflow, comments: [], occupancy: [:])
  }

  /// The board with WF-42 in focus and read.
  static func state(columns: Int = 120, rows: Int = 26) -> AppState {
    state(of: board(), columns: columns, rows: rows)
  }

  /// The board of an engine, with the first ticket of the third column in focus and read.
  static func state(columns: Int, rows: Int, of engine: MemoryEngine) -> AppState {
    guard let board = try? engine.board(BoardQuery(project: .key(key), limit: AppState.windowSize))
    else {
      fatalError("sample")
    }
    return state(of: board, columns: columns, rows: rows)
  }

  static func state(of board: Board, columns: Int = 120, rows: Int = 26) -> AppState {
    var state = AppState(
      board, size: Size(columns: columns, rows: rows), user: "ana", now: now, remark: "shore")
    state.focusColumn(2)
    state.fitToSize()
    if let card = state.board.focusedCard { state.adopt(detail(of: card)) }
    return state
  }

  /// A column of so many tickets, the first of which has that number.
  static func column(_ status: Int, _ count: Int, from number: Int) -> [TicketDetail] {
    (0..<count).map { index in
      detail(
        of: card(number - index, status, "Ticket \(number - index)", hours: Int64(index + 1)))
    }
  }

  /// The ticket of a card, bound to a workflow; its status is read as one of that.
  static func bound(
    _ card: Card, to workflow: Workflow, progress: GateProgress = GateProgress(),
    agent: String? = nil
  ) -> TicketDetail {
    let place = workflow.statuses.indices.contains(card.status.number - 1) ? card.status.number : 1
    let ticket = Ticket(
      id: .make(), key: card.key, title: card.title, description: "Made for another workflow.",
      status: Status.ID(place), priority: card.priority, assignee: card.assignee,
      reporter: "dee", labels: card.labels, due: card.due, agent: agent,
      binding: WorkflowRevision(workflow: workflow.id, revision: workflow.revision),
      createdAt: hoursAgo(400), updatedAt: hoursAgo(1), enteredAt: card.enteredAt)
    return TicketDetail(
      state: TicketState(ticket: ticket, progress: progress), project: project,
      workflow: workflow, comments: [], occupancy: [:])
  }
}
