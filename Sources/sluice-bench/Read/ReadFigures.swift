import CBaseline
import SluiceCore
import SluiceStore
import SluiceTUI

/// What reading costs: a keystroke of search, and pages of a long column.
struct ReadFigures {
  let database: Database
  let rounds: Int
  let journalMode: JournalMode

  /// What is typed, letter by letter; the words are frequent, which is the harder case.
  private static let searches = [
    ["c"], ["ch"], ["che"], ["check"], ["s"], ["se"], ["sea"], ["search"], ["check", "l"],
    ["check", "log"],
  ]
  /// How many matches a search of a whole board looks at; the store's own bound.
  private static let bound: Int32 = 300

  func measure() throws(BenchError) -> Section {
    let reader = try BoardReader(database.path)
    let baseline = try StoreBaseline(database.path, journalMode)
    var section = Section(title: "Reading (\(database.sizeText) tickets, warm; medians)")
    for words in Self.searches {
      section.figures.append(try search(words, reader, baseline))
    }
    section.figures += try pages(reader)
    section.notes = [
      "A keystroke reads the whole board that it shows: project, counts and the matches of all columns."
    ]
    return section
  }

  private func search(
    _ words: [String], _ reader: BoardReader, _ baseline: StoreBaseline
  ) throws(BenchError) -> Figure {
    let match = words.map { "\"\($0)\"*" }.joined(separator: " AND ")
    let project = baseline.project(FillPlan.mainKey)
    var (ours, theirs) = (Samples(), Samples())
    for round in 0...(rounds * 5) {
      let start = Clock.now
      _ = try reader.board(BoardFilter(words: words), limit: AppState.windowSize)
      let middle = Clock.now
      let count = baseline_search(baseline.pointer, match, project, Self.bound)
      let end = Clock.now
      guard count >= 0 else { throw baseline.failure }
      guard round > 0 else { continue }
      ours.add(middle - start)
      theirs.add(end - middle)
    }
    return Figure(
      name: "search “\(words.joined(separator: " "))”", unit: .milliseconds,
      value: ours.median / 1e6, baseline: ("bare query in C", theirs.median / 1e6),
      target: .both(ratio: 1.5, value: 3))
  }
}

extension ReadFigures {
  /// The column with most tickets: its first page, one from its middle, and its last.
  private func pages(_ reader: BoardReader) throws(BenchError) -> [Figure] {
    let board = try reader.board(limit: 1)
    guard let column = board.columns.max(by: { $0.total < $1.total }) else { return [] }
    let deep = try middle(of: column.status, reader)
    var (first, inside, last) = (Samples(), Samples(), Samples())
    for round in 0...(rounds * 5) {
      let times = [
        try time(.top, column.status, reader), try time(.below(deep), column.status, reader),
        try time(.bottom, column.status, reader),
      ]
      guard round > 0 else { continue }
      first.add(times[0])
      inside.add(times[1])
      last.add(times[2])
    }
    let name = "of a column of \(grouped(column.total))"
    let baseline = ("the first page", first.median / 1e6)
    return [
      Figure(name: "first page \(name)", unit: .milliseconds, value: first.median / 1e6),
      Figure(
        name: "page in the middle \(name)", unit: .milliseconds, value: inside.median / 1e6,
        baseline: baseline, target: .ratioAtMost(1.25)),
      Figure(
        name: "last page \(name)", unit: .milliseconds, value: last.median / 1e6,
        baseline: baseline, target: .ratioAtMost(1.25)),
    ]
  }

  private func time(
    _ anchor: ColumnQuery.Anchor, _ status: Status.ID, _ reader: BoardReader
  ) throws(BenchError) -> Int64 {
    let query = ColumnQuery(
      project: reader.project, status: status, anchor: anchor, limit: AppState.windowSize)
    let start = Clock.now
    let window = try reader.column(query)
    let time = Clock.now - start
    guard !window.cards.isEmpty else { throw BenchError("A page of the column is empty.") }
    return time
  }

  /// A position about half-way: half of all tickets have at least medium priority and are newer.
  private func middle(
    of status: Status.ID, _ reader: BoardReader
  ) throws(BenchError) -> CardPosition {
    let number = try reader.ticketCount / 2
    let moment = try reader.ticket(number).enteredAt
    return CardPosition(priority: .medium, enteredAt: moment, number: number, ordinal: 0)
  }
}
