import SluiceCore
import Testing

@testable import SluiceTUI

/// What is kept of the decisions of a long triage.
@Suite struct TrailTests {
  private func entry(_ number: Int) -> TriageEntry {
    let card = Sample.card(number, 1, "Ticket \(number)", hours: 1)
    var entry = TriageEntry(card)
    entry.detail = Sample.detail(of: card)
    entry.layOut(columns: 40)
    return entry
  }

  @Test func refusedDecisionsAreFoundWhereTheyStand() {
    var trail = Trail()
    for number in 1...4 { trail.append(.skip(entry(number))) }
    trail.update(at: 3) { $0.state = .refused("no") }
    trail.update(at: 1) { $0.state = .refused("no") }
    #expect(trail.refused == [1, 3])
    trail.remove(at: 0)
    #expect(trail.refused == [0, 2])
    trail.remove(at: 0)
    #expect(trail.refused == [1])
    trail.update(at: 1) { $0.state = .done }
    #expect(trail.refused == [])
  }

  @Test func pagesOfTheLastDecisionsAloneAreKeptAndNoneAsItWasLaidOut() {
    var trail = Trail()
    for number in 1...103 { trail.append(.skip(entry(number))) }
    let kept = trail.decisions.map { $0.before?.detail != nil }
    #expect(kept.count { $0 } == 100)
    #expect(kept.prefix(3).allSatisfy { !$0 })
    #expect(trail.decisions.allSatisfy { $0.before != nil && $0.before?.text == nil })
  }
}
