import SluiceCore
import Testing

@testable import SluiceTUI

/// The lines of a page, and what is searched for on them.
@Suite struct PageLinesTests {
  private func lines(_ texts: String...) -> [PageLine] { texts.map { PageLine(text: $0) } }

  private func page(_ parts: [PageLine]...) -> PageLines {
    var lines = PageLines()
    for part in parts { lines.append(part[...]) }
    return lines
  }

  @Test func linesAreTakenAcrossTheirParts() {
    let page = page(lines("a", "b"), [], lines("c"), lines("d", "e"))
    #expect(page.count == 5)
    for start in 0...6 {
      for limit in 0...6 {
        let expected = ["a", "b", "c", "d", "e"].dropFirst(start).prefix(limit)
        #expect(page.lines(from: start, atMost: limit).map(\.text) == Array(expected))
      }
    }
  }

  @Test func whatCanBeChangedIsFoundByItsLine() {
    var second = lines("c", "d")
    second[1].item = .due
    var page = page(lines("a", "b"))
    page.append(lines("none", "c", "d").dropFirst())
    page.append(second.dropFirst())
    #expect(page.place(of: .due) == 4)
    #expect(page.place(of: .title) == nil)
  }

  @Test func aSearchFollowsWhatMoves() {
    let long = lines("clock", "none", "a clock and a clock")
    var search = PageSearch("clock")
    search.find(in: page(lines("one"), long))
    #expect(search.matches.map(\.line) == [1, 3, 3])
    search.step(2)
    for changed in [
      page(lines("clock", "two"), long), page(long), page(long, lines("clock")),
      page(lines("none"), long, lines("x"), long), page(lines("none")), page(lines("x"), long),
    ] {
      search.find(in: changed)
      var fresh = PageSearch("clock")
      fresh.find(in: changed)
      #expect(search.matches == fresh.matches)
      let seen = search.matches(on: 1..<4)
      #expect(Array(seen) == fresh.matches.filter { (1..<4).contains($0.line) })
    }
  }
}
