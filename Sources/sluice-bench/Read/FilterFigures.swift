import SluiceCore
import SluiceEngine
import SluiceTUI

/// What filters cost that no index knows: the first page, and each slice until all is counted.
struct FilterFigures {
  let database: Database
  let rounds: Int

  /// What passes most, some, few and none of the tickets.
  private static let filters = [
    "stale>14d", "age<30d", "priority>=high (label:auth or label:bug)", "-assignee:none -is:closed",
    "gate:blocked is:open", "due<7d -assignee:none age>1d", "is:overdue priority:low label:auth",
    "is:claimed stale<1d", "check -assignee:none", "check or label:auth", "checkout or is:claimed",
    "stage:nowhere or status:nothing",
  ]

  func measure() throws(BenchError) -> Section {
    let reader = try BoardReader(database.path)
    var section = Section(
      title: "Filtering (\(database.sizeText) tickets, warm; processor time, medians)")
    for text in Self.filters { section.figures += try figures(text, reader) }
    section.notes = [
      "A first page is a board with what was found of it at once; counting goes on slice by slice."
    ]
    return section
  }

  private func figures(
    _ text: String, _ reader: BoardReader
  ) throws(BenchError) -> [Figure] {
    let filter: BoardFilter
    do throws(FilterFault) {
      filter = BoardFilter(try Filter(text).resolved(me: "ana", today: Self.today))
    } catch {
      throw BenchError(error.message)
    }
    var first = Samples()
    for round in 0...rounds {
      let start = Clock.ownProcessor
      _ = try reader.board(filter, limit: AppState.windowSize)
      if round > 0 { first.add(Clock.ownProcessor - start) }
    }
    let counting = try count(filter, reader)
    return [
      Figure(
        name: "first page of \(text)", unit: .milliseconds, value: first.median / 1e6,
        target: .valueAtMost(20)),
      Figure(
        name: "  the longest of \(counting.slices) slices of counting \(grouped(counting.total))",
        unit: .milliseconds, value: counting.longest / 1e6, target: .valueAtMost(20)),
    ]
  }

  private static let today = CalendarDay(daysSinceEpoch: 20_500)

  private func count(
    _ filter: BoardFilter, _ reader: BoardReader
  ) throws(BenchError) -> (total: Int, slices: Int, longest: Double) {
    var query = CountQuery(project: reader.project, filter: filter)
    var result = (total: 0, slices: 0, longest: 0.0)
    repeat {
      let start = Clock.ownProcessor
      let slice = try asking { () throws(EngineError) in try reader.engine.count(query) }
      result.longest = max(result.longest, Double(Clock.ownProcessor - start))
      result.slices += 1
      result.total += slice.counts.values.reduce(0, +)
      query.cursor = slice.cursor
    } while query.cursor != nil
    return result
  }
}
